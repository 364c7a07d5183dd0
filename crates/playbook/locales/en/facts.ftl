### What the deadlines and contacts are. Numbers, addresses, sources and dates stand in the data; `.source` says a source as people call it, with its address.

## Deadlines

deadline-jp-report-looks-back = Many issuers look into, and cover, use within the 60 days before you report it.
deadline-jp-statement-notice = For use at a distance, such as online shopping, some issuers ask to hear within 60 days of the statement notice.
deadline-us-billing-error-notice = Your letter must reach the address for billing inquiries within 60 days after the first statement with the charge was sent.
deadline-us-issuer-acknowledges = The issuer tells you within 30 days that it has your letter.
deadline-us-issuer-resolves = The issuer decides within two billing cycles, and within 90 days at most.
deadline-uk-refund-next-business-day = A payment from an account or debit card that you did not authorise is refunded by the end of the business day after the provider learns of it.
deadline-eu-notify = Tell them without delay when you notice, and no later than 13 months after the debit.
deadline-eu-refund-next-business-day = A payment you did not authorise is refunded by the end of the next business day.

## Contacts

contact-amazon-site-jp = Amazon.co.jp
    .about = Type the address yourself, open the help pages and choose to contact customer service.
    .source = Amazon.co.jp
contact-amazon-site-us = Amazon.com
    .about = Type the address yourself, open the help pages and choose customer service.
    .source = Amazon.com
contact-amazon-unknown-charges-uk = Amazon.co.uk on unknown charges
    .about = Says why charges appear and what to have at hand when you get in touch.
    .source = Amazon.co.uk help (201895580)
contact-amazon-pay-activity = Amazon Pay
    .about = Sign in to see what was paid at other shops.
    .source = Amazon Pay help (pay.amazon.com/help/202174380)
contact-amazon-pay-jp = Amazon Pay
    .about = Sign in here to see what was paid in other shops. A charge through Amazon Pay that you do not know can be disputed with Amazon.co.jp; reporting it soon may lessen what you have to bear.
    .source = Amazon Pay help (pay.amazon.co.jp/help/5970); Amazon.co.jp help (G4YFYCCNUSENA23B, read in a copy)
contact-amazon-report-mail = For mails that only pretend to be from Amazon
    .about = Forward them here. It only receives: no answer comes.
    .source = Amazon.co.jp help (G4YFYCCNUSENA23B, read in a copy)
contact-card-back-jp = Your card issuer
    .about = Call the number on the back of your card yourself.
    .source = Tokyo’s consumer advice page (shouhiseikatu.metro.tokyo.lg.jp/kurashi/soudan.html); JCB (jcb.co.jp/trouble/unknown-charges/)
contact-card-back-us = Your card issuer
    .about = Call the number on the back of your card. Write to the address for billing inquiries on your statement.
    .source = US regulation (12 CFR 1026.13, consumerfinance.gov)
contact-smbc-pause = SMBC Card, limits on use
    .about = Stops all use of the card for a while, or use abroad and online alone. It can be undone.
    .source = SMBC Card (smbc-card.com/mem/service/sec/selfcontrol/usage_limit.jsp)
contact-jcb-unknown-charges = JCB on charges you do not recognise
    .about = How to check by yourself, and which shops JCB cannot look up. For online shopping the day is that of shipping, not of ordering.
    .source = JCB (jcb.co.jp/trouble/unknown-charges/)
contact-rakuten-detection = Rakuten Card on checking suspicious use
    .about = How to answer when they ask whether a payment was yours.
    .source = Rakuten Card (rakuten-card.co.jp/security/detection/)
contact-aeon-indemnity = Aeon Card on what is covered
    .about = The holder calls the call centre and it is looked into. Use by family or people living with you is charged.
    .source = Aeon Card (aeon.co.jp/security/indemnity) and its questions and answers (faq.aeon.co.jp, 11725)
contact-paypay-card-trouble = PayPay Card on lost and stolen cards
    .about = Stop a lost card from the member menu, and report it to the police.
    .source = PayPay Card (paypay-card.co.jp/service/001340.html)
contact-consumer-hotline-jp = Consumer hotline
    .about = Connects to the nearest consumer centre. In principle every day except 29 December to 3 January. Advice is free, the call is charged.
    .source = Hino City (city.hino.lg.jp); Consumer Affairs Agency, hotline page (read in a copy)
contact-consumer-noon-jp = National Consumer Affairs Center, midday line
    .about = When 188 is busy. See its hours on the official site.
    .source = lifelink-db.org; Consumer Affairs Agency (read in a copy)
contact-police-advice-jp = Police advice line
    .about = For matters that are not urgent. Hours differ by prefecture. If it is happening now, call 110.
    .source = pages of prefectural police (Aichi, Fukui)
contact-police-cyber-jp = National Police Agency, cyber matters
    .about = Takes it online.
    .source = page of the Fukui prefectural police
contact-antiphishing-jp = Council of Anti-Phishing Japan
    .about = Forward suspicious mails to it.
    .source = Council of Anti-Phishing Japan (antiphishing.jp/registration.html)
contact-law-us = US Regulation Z, 1026.13
    .about = How to give notice of a billing error.
    .source = US regulation (Regulation Z, consumerfinance.gov)
contact-law-uk = UK Payment Services Regulations 2017
    .about = On refunds of payments you did not authorise.
    .source = UK legislation (legislation.gov.uk)
contact-law-eu = Directive (EU) 2015/2366
    .about = On notice and refund of payments you did not authorise.
    .source = EU law (eur-lex.europa.eu)

## Getting money back: what is known

back-jp-prime-unused = Where no benefit of Prime was used in the period, its fee is said to come back in full. Where some was, a part may.
    .source = uragaminote.com, mag.app-liv.jp/archive/120101 (quoting Amazon)
back-jp-misleading-screen = A contract made because the last screen of the order misled can be cancelled (Act on Specified Commercial Transactions, since 1 June 2022). Ask the consumer hotline, 188, first.
    .source = City of Edogawa (city.edogawa.tokyo.jp)
back-jp-small-checks = Small charges that check whether a card works are usually taken back afterwards.
    .source = SMBC Card, questions and answers (qa.smbc-card.com, 1688)
back-us-prime-settlement = In the US a settlement gives back up to 51 dollars for sign-ups to Prime between June 23, 2019 and June 23, 2025, by itself. Neither the FTC nor Amazon calls about it or asks for money.
    .source = the FTC as quoted (drgnews.com); its own page is ftc.gov/Amazon
back-eu-de-prime-rise = In Germany the rise of Prime’s price of 15 September 2022 was held invalid (Düsseldorf court of appeal, I-20 U 19/25). The difference can be claimed by letter or in the class action.
    .source = news (channelpartner.de, gamepro.de)
back-uk-pending-first = Some issuers take a dispute only once the charge is final. It may fall away before.
    .source = Monzo’s help (monzo.com/us/help)
back-us-pending-first = Some issuers take a dispute only once the charge is final. It may fall away before.
    .source = Monzo’s help (monzo.com/us/help)
