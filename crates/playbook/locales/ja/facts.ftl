### 期限と連絡先の説明。値・番号・出典・日付はデータにあります。

## 期限

deadline-jp-report-looks-back = カード会社への連絡日からさかのぼって60日以内の利用を、調査や補償の対象とする会社が多くあります。
deadline-jp-statement-notice = ネット通販など、対面でない利用は、利用明細の通知から60日以内の連絡を条件とする会社があります。
deadline-us-billing-error-notice = その請求が載った最初の明細の送付から60日以内に、書面が「billing inquiries」の住所に届く必要があります。
deadline-us-issuer-acknowledges = カード会社は、書面が届いてから30日以内に受け取ったことを知らせます。
deadline-us-issuer-resolves = カード会社は、2回の請求期間以内、長くても90日以内に結論を出します。
deadline-uk-refund-next-business-day = 口座やデビットカードからの承認していない支払いは、銀行などが知った翌営業日の終わりまでに返金されます。
deadline-eu-notify = 気づいたら速やかに、遅くとも引き落としから13か月以内に知らせます。
deadline-eu-refund-next-business-day = 承認していない支払いは、翌営業日の終わりまでに返金されます。

## 連絡先

contact-amazon-site-jp = Amazon.co.jp
    .about = アドレス欄に自分で入力して開き、「ヘルプ」から「カスタマーサービスに連絡」を選びます。
    .source = Amazon.co.jp
contact-amazon-site-us = Amazon.com
    .about = アドレス欄に自分で入力して開き、ヘルプからカスタマーサービスを選びます。
    .source = Amazon.com
contact-amazon-unknown-charges-uk = Amazon.co.uk「身に覚えのない請求」の案内
    .about = 請求の主な理由と、連絡に必要なものが書かれています。
    .source = Amazon.co.ukのヘルプ（201895580）
contact-amazon-pay-activity = Amazon Pay
    .about = ログインすると、ほかのお店での支払いの履歴を見られます。
    .source = Amazon Payのヘルプ（pay.amazon.com/help/202174380）
contact-amazon-pay-jp = Amazon Pay
    .about = ほかのお店での支払いは、ここにログインして確かめます。心当たりのないAmazon Payの請求は、Amazon.co.jpに申し出ることができ、早いほど負担が軽くなることがあります。
    .source = Amazon Payのヘルプ（pay.amazon.co.jp/help/5970）、Amazon.co.jpのヘルプ（G4YFYCCNUSENA23B、写しで確認）
contact-amazon-report-mail = Amazonを名乗る不審なメールの転送先
    .about = 受け取り専用です。返事は来ません。
    .source = Amazon.co.jpのヘルプ（G4YFYCCNUSENA23B、写しで確認）
contact-card-back-jp = カード会社
    .about = カードの裏面に書かれた番号に、自分からかけます。
    .source = 東京都の消費生活相談のページ（shouhiseikatu.metro.tokyo.lg.jp/kurashi/soudan.html）、JCBの案内（jcb.co.jp/trouble/unknown-charges/）
contact-card-back-us = カード会社
    .about = 電話はカードの裏面の番号へ。書面は、明細にある「billing inquiries」の住所へ送ります。
    .source = 米国の規則（12 CFR 1026.13、consumerfinance.gov）
contact-smbc-pause = 三井住友カードの「あんしん利用制限サービス」
    .about = カードの利用をすべて、または海外やネットの分だけ、一時的に止められます。あとで元に戻せます。
    .source = 三井住友カード（smbc-card.com/mem/service/sec/selfcontrol/usage_limit.jsp）
contact-jcb-unknown-charges = JCB「身に覚えのない請求」の案内
    .about = 自分で確かめる方法と、JCBでは調べられないお店の一覧があります。ネットの買い物は、注文日ではなく発送日が利用日になります。
    .source = JCBの案内（jcb.co.jp/trouble/unknown-charges/）
contact-rakuten-detection = 楽天カードの不正検知の案内
    .about = 利用確認の連絡が届いたときの答え方が書かれています。
    .source = 楽天カードの案内（rakuten-card.co.jp/security/detection/）
contact-aeon-indemnity = イオンカードの補償の案内
    .about = 本人がコールセンターに連絡すると、調査が行われます。家族や同居の人の利用は請求されます。
    .source = イオンカードの案内（aeon.co.jp/security/indemnity）、よくある質問（faq.aeon.co.jp、11725）
contact-paypay-card-trouble = PayPayカードの紛失・盗難の案内
    .about = カードをなくしたときは、会員メニューから止め、警察にも届け出ます。
    .source = PayPayカードの案内（paypay-card.co.jp/service/001340.html）
contact-consumer-hotline-jp = 消費者ホットライン
    .about = 近くの消費生活センターにつながります。12月29日〜1月3日を除き、原則毎日。相談は無料、通話料がかかります。
    .source = 日野市（city.hino.lg.jp）、消費者庁の消費者ホットラインのページ（写しで確認）
contact-consumer-noon-jp = 国民生活センター「お昼の消費生活相談」
    .about = 188がつながりにくいときに使えます。受付時間は公式サイトで確かめてください。
    .source = lifelink-db.org、消費者庁（写しで確認）
contact-police-advice-jp = 警察相談専用電話
    .about = 緊急でない相談の窓口です。受付時間は都道府県によって違います。いま起きていることは110番へ。
    .source = 都道府県警察のページ（愛知、福井）
contact-police-cyber-jp = 警察庁 サイバー事案の相談窓口
    .about = オンラインで相談できます。
    .source = 福井県警察のページ
contact-antiphishing-jp = フィッシング対策協議会
    .about = 怪しいメールを転送して知らせることができます。
    .source = フィッシング対策協議会（antiphishing.jp/registration.html）
contact-law-us = 米国の規則（Regulation Z 1026.13）
    .about = 請求の誤りを申し出る手続きが書かれています。
    .source = 米国の規則（Regulation Z、consumerfinance.gov）
contact-law-uk = 英国の規則（Payment Services Regulations 2017）
    .about = 承認していない支払いの返金が書かれています。
    .source = 英国の法令（legislation.gov.uk）
contact-law-eu = EUの指令（2015/2366）
    .about = 承認していない支払いの通知と返金が書かれています。
    .source = EUの法令（eur-lex.europa.eu）

## 返金について分かっていること

back-jp-prime-unused = プライムの会費は、その期間に特典を一度も使っていなければ、全額が返金されるとされています。一部を使ったときは、使った分を除いて返金されることがあります。
    .source = uragaminote.com、mag.app-liv.jp/archive/120101（Amazonの案内の引用）
back-jp-misleading-screen = 申し込みの最後の画面の表示で誤解したまま申し込んだときは、申し込みを取り消せることがあります（特定商取引法、2022年6月1日から）。まず消費生活センター（188）に相談してください。
    .source = 江戸川区の案内（city.edogawa.tokyo.jp）
back-jp-small-checks = カードの有効性を確かめるための少額の請求は、確認のあとで取り消されるのが普通です。
    .source = 三井住友カードのよくある質問（qa.smbc-card.com、1688）
back-us-prime-settlement = アメリカでは、2019年6月23日から2025年6月23日までのプライムの登録について、最大51ドルの返金が自動で行われる和解があります。FTCやAmazonが手数料を求めたり、返金の件で電話をしたりすることはありません。
    .source = FTCの案内の引用（drgnews.com）。FTCのページは ftc.gov/Amazon
back-eu-de-prime-rise = ドイツでは、2022年9月15日のプライムの値上げが無効とされました（デュッセルドルフ上級地方裁判所 I-20 U 19/25）。差額は、手紙や集団訴訟で請求できるとされています。
    .source = 報道（channelpartner.de、gamepro.de）
back-uk-pending-first = カード会社によっては、請求が確定してからでないと申し立てを受け付けません。それまでに取り消されることもあります。
    .source = Monzoの案内（monzo.com/us/help）
back-us-pending-first = カード会社によっては、請求が確定してからでないと申し立てを受け付けません。それまでに取り消されることもあります。
    .source = Monzoの案内（monzo.com/us/help）
