//! The words as text, for the command line. The page renders the same catalogues with the same conventions.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{ARGS, Home};

/// A folder of `locales`.
struct Language {
    tag: &'static str,
    catalogues: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Spoken to those whose language is not here.
const FALLBACK: &str = "en";

/// One language's catalogue.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

/// Arguments that are numbers, so that plural forms work.
const NUMBERS: [&str; 2] = ["count", "days"];

/// Arguments that may hold an id which has words of its own, and the prefix of those words.
const NAMED: [(&str, &str); 3] = [("plan", "plan-"), ("plan", "service-"), ("service", "service-")];

/// Several ids of plans, with commas.
const PLANS: &str = "plans";

/// What stands for an absent argument, and what catalogues select on.
const NONE: &str = "none";

impl Words {
    /// The tags of all languages there are.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|language| language.tag)
    }

    /// The language of this tag, or English where it is not here.
    pub fn new(lang: &str) -> Self {
        let language = language(lang).or_else(|| language(FALLBACK));
        language.map_or_else(|| Self::of(FALLBACK, &[]), |it| Self::of(it.tag, it.catalogues))
    }

    pub(crate) fn of(tag: &str, catalogues: &[&str]) -> Self {
        Self { bundle: bundle(tag.parse().unwrap_or_default(), catalogues) }
    }

    /// The message `id`. `None` if there is no such message.
    pub fn text(&self, id: &str, args: &BTreeMap<String, String>) -> Option<String> {
        format(&self.bundle, id, None, Some(&self.complete(args)))
    }

    /// An attribute of the message: `why`, `how`, `next`, `short`, …
    pub fn attribute(&self, id: &str, attribute: &str, args: &BTreeMap<String, String>) -> Option<String> {
        format(&self.bundle, id, Some(attribute), Some(&self.complete(args)))
    }

    /// Amounts and days come as finished text; here plurals, names and absences are settled.
    fn complete<'a>(&'a self, args: &'a BTreeMap<String, String>) -> FluentArgs<'a> {
        let mut complete: FluentArgs<'a> = ARGS.iter().map(|name| (*name, NONE)).collect();
        for (name, value) in args {
            complete.set(name.as_str(), self.value(name, value));
        }
        let home = Home::of(args.get("region").map_or("jp", String::as_str));
        complete.set("region", home.law.as_str());
        complete.set("site", home.site().unwrap_or(NONE));
        complete
    }

    fn value<'a>(&self, name: &str, value: &'a str) -> FluentValue<'a> {
        if value.is_empty() {
            return NONE.into();
        }
        if name == PLANS {
            let names =
                value.split(',').map(|plan| self.fixed(&format!("plan-{plan}")).unwrap_or(plan.to_owned()));
            return names.collect::<Vec<_>>().join(" / ").into();
        }
        let mut named = NAMED.iter().filter(|(named, _)| *named == name);
        if let Some(words) = named.find_map(|(_, prefix)| self.fixed(&format!("{prefix}{value}"))) {
            return words.into();
        }
        if NUMBERS.contains(&name) { FluentValue::try_number(value) } else { value.into() }
    }

    /// A message without arguments.
    fn fixed(&self, id: &str) -> Option<String> {
        format(&self.bundle, id, None, None)
    }
}

fn language(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.tag == tag)
}

fn bundle(language: LanguageIdentifier, files: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language]);
    // Bidi marks around every value would be litter in a terminal; all our languages run left to right.
    bundle.set_use_isolating(false);
    for file in files {
        // Tests see to it that every catalogue parses and that no two share an id.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(parsed, _)| parsed);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    attribute: Option<&str>,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[track_caller]
    fn check(lang: &str, id: &str, pairs: &[(&str, &str)], expect: &str) {
        assert_eq!(Words::new(lang).text(id, &args(pairs)).as_deref(), Some(expect));
    }

    #[test]
    fn a_finding_is_a_whole_sentence() {
        let known = [("date", "10月3日（土）"), ("amount", "3,980円")];
        check(
            "ja",
            "finding-no-order",
            &known,
            "10月3日（土）の3,980円の請求に該当する注文が、お手元の注文データに見つかりません。",
        );
        let known = [("date", "Sat 3 Oct"), ("amount", "¥3,980")];
        check(
            "en",
            "finding-no-order",
            &known,
            "Your order files hold nothing for the charge of ¥3,980 on Sat 3 Oct.",
        );
    }

    #[test]
    fn what_is_absent_leaves_no_hole() {
        check(
            "ja",
            "finding-no-order",
            &[],
            "この請求に該当する注文が、お手元の注文データに見つかりません。",
        );
        check("en", "finding-no-order", &[("amount", "")], "Your order files hold nothing for the charge.");
    }

    #[test]
    fn one_and_many_are_told_apart() {
        check(
            "en",
            "finding-refund-missing",
            &[("days", "1")],
            "A refund has not shown on the statements after one day.",
        );
        check(
            "en",
            "finding-refund-missing",
            &[("days", "30")],
            "A refund has not shown on the statements after 30 days.",
        );
    }

    #[test]
    fn a_plan_or_service_is_named() {
        let known = [("plan", "kindle-unlimited"), ("amount", "980円"), ("date", "12月1日")];
        check(
            "ja",
            "finding-renewal-coming",
            &known,
            "Kindle Unlimitedが、12月1日ごろに980円で更新される見込みです。",
        );
        let known = [("service", "audible"), ("amount", "1,500円"), ("date", "12月1日")];
        check(
            "ja",
            "finding-renewal-coming",
            &known,
            "Audibleが、12月1日ごろに1,500円で更新される見込みです。",
        );
    }

    #[test]
    fn addresses_are_the_regions_own() {
        let how = |region| {
            let args = args(&[("region", region)]);
            Words::new("en").attribute("step-check-order-history", "how", &args).unwrap()
        };
        assert!(how("us").contains("www.amazon.com"));
        assert!(how("jp").contains("www.amazon.co.jp"));
    }

    #[test]
    fn how_to_reach_amazon_names_the_topic_and_the_ways() {
        let how = |lang| Words::new(lang).attribute("step-contact-amazon", "how", &args(&[])).unwrap();
        for said in ["注文に関する問題", "支払いと請求", "チャット", "電話をかけてもらう", "受付番号"]
        {
            assert!(how("ja").contains(said), "{said}");
        }
        for said in ["problem with an order", "payment and billing", "chat", "being called back", "reference"]
        {
            assert!(how("en").contains(said), "{said}");
        }
    }

    /// What a step's reason and clicks have to tell, in Japanese and in English.
    #[track_caller]
    fn check_step(step: &str, ja: &[&str], en: &[&str]) {
        for (lang, wanted) in [("ja", ja), ("en", en)] {
            let words = Words::new(lang);
            let said = ["why", "how"].map(|name| words.attribute(step, name, &args(&[])).unwrap()).concat();
            for part in wanted {
                assert!(said.contains(part), "{lang} {step}: {part}");
            }
        }
    }

    #[test]
    fn a_strong_password_is_described_where_it_is_changed_and_typed_nowhere_else() {
        check_step(
            "step-change-password",
            &["12文字以上", "英字・数字・記号", "ほかのサービスでは使っていない", "自分で入力して"],
            &["12 characters", "letters, digits and symbols", "used nowhere else", "yourself"],
        );
    }

    #[test]
    fn each_step_that_prevents_misuse_says_how_it_is_turned_on_and_why() {
        check_step(
            "step-enable-two-step",
            &[
                "確認コードがなければ",
                "ログインとセキュリティ",
                "電話番号か認証アプリ",
                "予備の方法",
                "決して教えません",
            ],
            &[
                "without the code",
                "Login & security",
                "authenticator app",
                "second way",
                "Never tell anyone a code",
            ],
        );
        check_step(
            "step-update-contact-details",
            &["異常を知らせる連絡が届きません", "メールアドレスと電話番号", "アドレス帳", "支払い方法"],
            &["A warning cannot reach", "mail address and phone number", "address book", "payment methods"],
        );
        check_step(
            "step-turn-on-alerts",
            &["その日のうちに", "利用通知", "利用限度額", "いつもと違う利用"],
            &["on the same day", "notices of use", "limits", "unusual use"],
        );
        check_step(
            "step-use-password-manager",
            &["サービスごとに違う", "管理機能か、信頼できる専用アプリ"],
            &["its own long password", "built into your phone or browser"],
        );
        check_step(
            "step-beware-phishing",
            &["差出人の表示は偽れる", "リンクは開かず", "自分で入力して", "メッセージセンター"],
            &["can be forged", "Do not open the link", "Type the address yourself", "message centre"],
        );
    }

    #[test]
    fn the_monthly_check_names_all_that_is_looked_at() {
        check_step(
            "step-monthly-check",
            &[
                "新しい請求",
                "まだ届いていない返金",
                "料金が変わった",
                "更新",
                "注文履歴",
                "デジタルの注文",
                "定期サービス",
                "端末",
            ],
            &[
                "new charges",
                "refunds",
                "prices that changed",
                "renewals",
                "orders",
                "digital",
                "subscriptions",
                "devices",
            ],
        );
    }

    #[test]
    fn the_issuer_is_told_what_it_needs_and_asked_what_happens_then() {
        check_step(
            "step-contact-card-issuer",
            &[
                "裏面にある番号",
                "日付・金額・明細の表示",
                "家族にも確かめた",
                "書類、かかる期間、補償の条件",
                "受付番号",
            ],
            &[
                "back of your card",
                "the text on the statement",
                "asked the family",
                "what is covered",
                "reference number",
            ],
        );
        check_step(
            "step-ask-payment-hold",
            &["引き落としを保留できますか", "カード会社によって違います"],
            &["Can you hold this charge", "varies by issuer"],
        );
        check_step(
            "step-keep-debit-funded",
            &["信用情報に記録される", "調査のあとで返金される"],
            &["recorded as a missed payment", "after the investigation"],
        );
        check_step("step-request-new-card", &["新しい番号で再発行"], &["one with a new number"]);
    }

    #[test]
    fn steps_are_one_a_line() {
        let how = Words::new("ja").attribute("step-check-family", "how", &args(&[])).unwrap();
        let starts: Vec<char> = how.lines().filter_map(|line| line.chars().next()).collect();
        assert_eq!(starts, ['1', '2', '3', '4', '5']);
    }

    #[test]
    fn an_unknown_id_has_no_words() {
        assert_eq!(Words::new("ja").text("finding-of-a-later-version", &args(&[])), None);
        assert_eq!(Words::new("ja").attribute("verdict-ask", "how", &args(&[])), None);
    }

    /// Every message and attribute, with everything known and with nothing known, comes out without an error.
    #[test]
    fn every_message_can_be_said_with_and_without_its_arguments() {
        for Language { tag: lang, catalogues } in LANGUAGES {
            let words = Words::new(lang);
            let nothing = args(&[]);
            let everything: BTreeMap<String, String> =
                ARGS.iter().map(|name| ((*name).to_owned(), "7".to_owned())).collect();
            for id in ids(catalogues) {
                // Letters and what they are made of have variables of their own; `letters_hold_every_variable…` says them.
                // So have the reasons about a mail, which only the page says.
                if ["letter-", "dispute-", "mail-"].iter().any(|own| id.starts_with(own)) {
                    continue;
                }
                let message = words.bundle.get_message(&id).unwrap();
                for known in [&nothing, &everything] {
                    let complete = words.complete(known);
                    let patterns =
                        message.value().into_iter().chain(message.attributes().map(|it| it.value()));
                    for pattern in patterns {
                        let mut errors = Vec::new();
                        let said = words.bundle.format_pattern(pattern, Some(&complete), &mut errors);
                        assert!(errors.is_empty(), "{lang} {id}: {errors:?}");
                        assert!(!said.contains(NONE), "{lang} {id}: {said}");
                    }
                }
            }
        }
    }

    #[track_caller]
    fn check_letters(lang: &str, value: impl Fn(&str) -> String) -> Vec<(String, String)> {
        let words = Words::new(lang);
        crate::letters::letters()
            .into_iter()
            .map(|letter| {
                let args: FluentArgs<'_> = letter
                    .variables
                    .iter()
                    .map(|name| (name.clone(), FluentValue::from(value(name))))
                    .collect();
                let message = words.bundle.get_message(&letter.id).unwrap();
                let mut errors = Vec::new();
                let text = words.bundle.format_pattern(message.value().unwrap(), Some(&args), &mut errors);
                assert!(errors.is_empty(), "{lang} {}: {errors:?}", letter.id);
                (letter.id.clone(), text.into_owned())
            })
            .collect()
    }

    #[test]
    fn letters_hold_every_variable_they_are_given() {
        for lang in Words::languages() {
            for (id, text) in check_letters(lang, |name| format!("[{name}]")) {
                for name in ["name", "charges"] {
                    assert!(text.contains(&format!("[{name}]")), "{lang} {id}: {name}");
                }
                assert!(!text.contains('$'), "{lang} {id}");
            }
        }
    }

    #[test]
    fn a_letter_leaves_a_clear_blank_for_what_is_missing() {
        let blank = Words::new("ja").text("letter-blank", &args(&[])).unwrap();
        for lang in Words::languages() {
            for (id, text) in check_letters(lang, |_| blank.clone()) {
                assert!(text.contains("＿＿＿"), "{lang} {id}");
            }
        }
    }

    /// Ids in the order of the catalogues.
    fn ids(files: &[&str]) -> Vec<String> {
        let messages = files.iter().flat_map(|file| file.lines());
        messages
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id.to_owned())
            .collect()
    }
}
