### ファイルの形式の名前。

## 明細

format-rakuten = 楽天カード
format-smbc-vpass = 三井住友カード（Vpass、確定した明細）
format-smbc-vpass-13 = 三井住友カード（Vpass、確定前）
format-myjcb = JCBカード（MyJCB）
format-saison = セゾンカード（Netアンサー）
format-epos = エポスカード（月別のご利用明細）
format-epos-bill = エポスカード（ご請求明細）
format-aeon = イオンカード
format-paypay-card = PayPayカード
format-aeon-bank = イオン銀行
format-amex-jp = アメリカン・エキスプレス（日本）
format-aplus = アプラスカード
format-aupay-bill = au PAY カード（ご請求明細）
format-aupay-card = au PAY カード（ご利用明細）
format-aupay-prepaid = au PAY プリペイドカード
format-d-card = dカード
format-famima-t = ファミマTカード
format-gmo-aozora-bank = GMOあおぞらネット銀行
format-jaccs = ジャックスカード
format-jal-card = JALカード（DC）
format-jibun-bank = auじぶん銀行
format-life = ライフカード
format-mizuho-bank = みずほ銀行
format-moneyforward = マネーフォワード ME
format-mufg-bank = 三菱UFJ銀行
format-mufg-card = 三菱UFJニコス（MUFGカード）
format-mufg-dc = 三菱UFJニコス（DCカード）
format-orico = オリコカード
format-paypay-bank = PayPay銀行
format-paypay = PayPay（アプリ）
format-pocket = ポケットカード
format-rakuten-bank = 楽天銀行
format-revolut = Revolut
format-sbi-bank = 住信SBIネット銀行
format-shinsei-bank-old = 新生銀行（以前の形）
format-shinsei-bank = SBI新生銀行
format-smbc-bank = 三井住友銀行
format-sony-bank-fx = ソニー銀行（外貨）
format-sony-bank = ソニー銀行
format-uc = UCカード（アットユーネット）
format-ucs = UCSカード
format-view = ビューカード
format-yahoo-card = Yahoo! JAPANカード（以前のもの）
format-yucho-bank = ゆうちょ銀行
format-zaim = Zaim
format-amex-uk = アメリカン・エキスプレス（英国）
format-amex-us-member = アメリカン・エキスプレス（米国、会員別）
format-amex-us = アメリカン・エキスプレス（米国）
format-apple-card = Apple Card
format-bank-of-ireland = Bank of Ireland
format-barclaycard = Barclaycard
format-barclays = Barclays
format-bmo = BMO
format-bofa-card = Bank of America（カード）
format-bofa-checking = Bank of America（口座）
format-capital-one-360 = Capital One 360
format-capital-one = Capital One（カード）
format-chase-card = Chase（カード）
format-chase-checking = Chase（口座）
format-citi = Citi
format-commbank = Commonwealth Bank
format-discover = Discover
format-dkb-card-old = DKB（カード、2023年までの形）
format-dkb-card = DKB（カード）
format-dkb-giro = DKB（口座）
format-hdfc-card = HDFC Bank（カード）
format-icici-card = ICICI Bank（カード）
format-ing-au = ING（オーストラリア）
format-ing-de = ING（ドイツ）
format-ing-nl = ING（オランダ）
format-john-lewis = John Lewisカード
format-lloyds = Lloyds・Halifax
format-macquarie = Macquarie
format-monzo-old = Monzo（2020年までの形）
format-monzo = Monzo
format-n26-old = N26（2023年までの形）
format-n26 = N26
format-nationwide = Nationwide
format-natwest = NatWest・Ulster Bank
format-rbc = RBC Royal Bank
format-rogers = Rogers Bank
format-simplii = Simplii Financial
format-starling = Starling
format-tangerine = Tangerine
format-td-canada = TD Canada Trust
format-us-bank = U.S. Bank
format-wells-fargo = Wells Fargo
format-wise = Wise
format-ofx = OFX・QFX（会計ソフト用の明細）
format-qif = QIF（会計ソフト用の明細）
format-mt940 = MT940・MT942（銀行の明細）
format-camt = CAMT.052・053・054（銀行の明細）
format-table = そのほかの明細（見出しから列を判断）

## Amazonのデータ

format-amazon-orders-l1 = Amazonの注文データ（2026年初めまでの形）
format-amazon-orders-l2 = Amazonの注文データ（2026年春からの形）
format-amazon-digital-l1 = Amazonのデジタル注文（2026年初めまでの形）
format-amazon-digital-l2 = Amazonのデジタル注文（2026年春からの形）
format-amazon-digital-returns = Amazonのデジタル注文の返品
format-amazon-refunds-l1 = Amazonの返金（2026年初めまでの形）
format-amazon-refunds-l2 = Amazonの返金（2026年春からの形）
format-amazon-refund-destinations = Amazonの返金先
format-amazon-transactions = Amazonの支払い一覧
format-amazon-billing = Amazonの定期サービスの請求
format-amazon-devices = Amazonに登録した端末
format-amazon-payment-instruments = Amazonに登録した支払い方法
format-amazon-periods = Amazonの定期サービスの期間
format-amazon-subscriptions = Amazonの定期サービス
format-amazon-sign-ins = Amazonへのログイン
format-amazon-order-report-items = Amazonの注文レポート（商品ごと、提供終了）
format-amazon-order-report-refunds = Amazonの注文レポート（返金、提供終了）
format-amazon-order-report-shipments = Amazonの注文レポート（発送ごと、提供終了）
format-amazon-business-en = Amazonビジネスの注文レポート（英語）
format-amazon-business-ja = Amazonビジネスの注文レポート
format-amazon-other = Amazonのその他の記録

## ほかの道具で保存した注文

format-furyu-orders = アマゾン注文履歴フィルタの注文
format-furyu-refunds = アマゾン注文履歴フィルタの返金
format-azad-orders = Azadの注文
format-azad-items = Azadの商品
format-azad-transactions = Azadの支払い
format-bookmarklet-ja = ブックマークレットの注文（日本語）
format-bookmarklet-orders = ブックマークレットの注文
format-bookmarklet-shipments = ブックマークレットの発送
format-bookmarklet-units = ブックマークレットの商品

## メール

format-mail = メール
