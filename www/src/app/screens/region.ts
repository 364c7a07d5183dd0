//! Where the person's card is at home: the list is the engine's own.

import { HOMES } from '../engine/report';
import { type Lang } from '../languages';
import { usageOf } from '../words';

/** A country or union by its code, or `elsewhere`. */
export type Region = string;

export const ELSEWHERE: Region = 'elsewhere';

/** All that can be chosen: `gb` is `uk` by another name. */
export const REGIONS: readonly Region[] = Object.keys(HOMES).filter((region) => region !== 'gb');

/** What is known of the place; of one that is not in the list nothing is. */
export function homeOf(region: Region): (typeof HOMES)[string] {
  return (Object.hasOwn(HOMES, region) && HOMES[region]) || { law: 'elsewhere', currency: null, site: null };
}

/** Whether what is known of a law or a country is known here: a country has its own, and what its law has. */
export function isHere(fact: { readonly region: string }, region: Region): boolean {
  return fact.region === region || fact.region === homeOf(region).law;
}

/** Its name as the language has it; the browser knows those of countries. */
export function regionName(lang: Lang, region: Region, elsewhere: string): string {
  if (region === ELSEWHERE) return elsewhere;
  return new Intl.DisplayNames(lang, { type: 'region' }).of(region === 'uk' ? 'GB' : region.toUpperCase()) ?? region;
}

/** The place of a clock, where it is not one city of a country's own (`CITIES`). */
const ZONES: Readonly<Record<string, Region>> = {
  'Asia/Tokyo': 'jp', Japan: 'jp', 'Asia/Kolkata': 'in', 'Asia/Calcutta': 'in', 'Asia/Singapore': 'sg', Singapore: 'sg', 'Asia/Nicosia': 'cy', 'Asia/Famagusta': 'cy',
  'Atlantic/Canary': 'es', 'Africa/Ceuta': 'es', 'Atlantic/Madeira': 'pt', 'Atlantic/Azores': 'pt', 'Atlantic/Reykjavik': 'is', 'Pacific/Honolulu': 'us', 'Pacific/Auckland': 'nz', 'Pacific/Chatham': 'nz',
};

/** Cities after which the clocks of Europe and America are named. */
const CITIES: Readonly<Record<Region, string>> = {
  uk: 'London Belfast', de: 'Berlin Busingen', fr: 'Paris', it: 'Rome', es: 'Madrid', nl: 'Amsterdam', at: 'Vienna', be: 'Brussels', bg: 'Sofia', hr: 'Zagreb', cz: 'Prague', dk: 'Copenhagen', ee: 'Tallinn', fi: 'Helsinki Mariehamn',
  gr: 'Athens', hu: 'Budapest', ie: 'Dublin', lv: 'Riga', lt: 'Vilnius', lu: 'Luxembourg', mt: 'Malta', pl: 'Warsaw', pt: 'Lisbon', ro: 'Bucharest', sk: 'Bratislava', si: 'Ljubljana', se: 'Stockholm', no: 'Oslo', ch: 'Zurich', li: 'Vaduz', cy: 'Nicosia',
  us: 'New_York Chicago Denver Los_Angeles Phoenix Detroit Boise Anchorage Juneau Sitka Nome Adak Yakutat Metlakatla Menominee Indianapolis Louisville',
  ca: 'Toronto Vancouver Edmonton Winnipeg Halifax St_Johns Regina Montreal Moncton Calgary Ottawa Whitehorse Yellowknife Iqaluit Glace_Bay Goose_Bay Dawson Dawson_Creek Creston Fort_Nelson Swift_Current Thunder_Bay Nipigon Rainy_River Rankin_Inlet Resolute Pangnirtung Inuvik Cambridge_Bay Atikokan Blanc-Sablon',
  mx: 'Mexico_City Cancun Merida Monterrey Tijuana Hermosillo Chihuahua Ciudad_Juarez Mazatlan Matamoros Ojinaga Bahia_Banderas',
  br: 'Sao_Paulo Bahia Fortaleza Recife Manaus Belem Cuiaba Campo_Grande Porto_Velho Boa_Vista Rio_Branco Maceio Araguaina Santarem Eirunepe Noronha',
};

/** In America: states that have clocks of their own. */
const STATES = /^America\/(Indiana|Kentucky|North_Dakota)\//;

/** Where the clock is set says more than the language: many who live in Japan read English. */
export function regionOf(timeZone: string, lang: Lang): Region {
  const zone = ZONES[timeZone];
  if (zone) return zone;
  const [continent, city] = timeZone.split('/');
  if (continent === 'Australia') return 'au';
  if (STATES.test(timeZone)) return 'us';
  if (city && (continent === 'Europe' || continent === 'America')) {
    return Object.keys(CITIES).find((region) => CITIES[region]?.split(' ').includes(city)) ?? ELSEWHERE;
  }
  return usageOf(lang).region;
}
