### Names of file formats.

## Statements

format-rakuten = Rakuten Card
format-smbc-vpass = SMBC Card (Vpass, final statement)
format-smbc-vpass-13 = SMBC Card (Vpass, not final)
format-myjcb = JCB Card (MyJCB)
format-saison = Saison Card (Net Answer)
format-epos = Epos Card (monthly use)
format-epos-bill = Epos Card (bill)
format-aeon = Aeon Card
format-paypay-card = PayPay Card
format-aeon-bank = Aeon Bank
format-amex-jp = American Express (Japan)
format-aplus = Aplus Card
format-aupay-bill = au PAY Card (bill)
format-aupay-card = au PAY Card (use)
format-aupay-prepaid = au PAY prepaid card
format-d-card = d Card
format-famima-t = FamilyMart T Card
format-gmo-aozora-bank = GMO Aozora Net Bank
format-jaccs = Jaccs Card
format-jal-card = JAL Card (DC)
format-jibun-bank = au Jibun Bank
format-life = Life Card
format-mizuho-bank = Mizuho Bank
format-moneyforward = MoneyForward ME
format-mufg-bank = MUFG Bank
format-mufg-card = Mitsubishi UFJ NICOS (MUFG Card)
format-mufg-dc = Mitsubishi UFJ NICOS (DC Card)
format-orico = Orico Card
format-paypay-bank = PayPay Bank
format-paypay = PayPay (app)
format-pocket = Pocket Card
format-rakuten-bank = Rakuten Bank
format-revolut = Revolut
format-sbi-bank = SBI Sumishin Net Bank
format-shinsei-bank-old = Shinsei Bank (older layout)
format-shinsei-bank = SBI Shinsei Bank
format-smbc-bank = SMBC (bank)
format-sony-bank-fx = Sony Bank (foreign currency)
format-sony-bank = Sony Bank
format-uc = UC Card (At U Net)
format-ucs = UCS Card
format-view = View Card
format-yahoo-card = Yahoo! JAPAN Card (former)
format-yucho-bank = Japan Post Bank
format-zaim = Zaim
format-amex-uk = American Express (UK)
format-amex-us-member = American Express (US, by member)
format-amex-us = American Express (US)
format-apple-card = Apple Card
format-bank-of-ireland = Bank of Ireland
format-barclaycard = Barclaycard
format-barclays = Barclays
format-bmo = BMO
format-bofa-card = Bank of America (card)
format-bofa-checking = Bank of America (checking)
format-capital-one-360 = Capital One 360
format-capital-one = Capital One (card)
format-chase-card = Chase (card)
format-chase-checking = Chase (checking)
format-citi = Citi
format-commbank = Commonwealth Bank
format-discover = Discover
format-dkb-card-old = DKB (card, layout until 2023)
format-dkb-card = DKB (card)
format-dkb-giro = DKB (account)
format-hdfc-card = HDFC Bank (card)
format-icici-card = ICICI Bank (card)
format-ing-au = ING (Australia)
format-ing-de = ING (Germany)
format-ing-nl = ING (Netherlands)
format-john-lewis = John Lewis card
format-lloyds = Lloyds and Halifax
format-macquarie = Macquarie
format-monzo-old = Monzo (layout until 2020)
format-monzo = Monzo
format-n26-old = N26 (layout until 2023)
format-n26 = N26
format-nationwide = Nationwide
format-natwest = NatWest and Ulster Bank
format-rbc = RBC Royal Bank
format-rogers = Rogers Bank
format-simplii = Simplii Financial
format-starling = Starling
format-tangerine = Tangerine
format-td-canada = TD Canada Trust
format-us-bank = U.S. Bank
format-wells-fargo = Wells Fargo
format-wise = Wise
format-ofx = OFX and QFX (for accounting programs)
format-qif = QIF (for accounting programs)
format-mt940 = MT940 and MT942 (bank statements)
format-camt = CAMT.052, 053 and 054 (bank statements)
format-table = Another statement (columns found by their headings)

## Amazon’s data

format-amazon-orders-l1 = Amazon orders (layout until early 2026)
format-amazon-orders-l2 = Amazon orders (layout since spring 2026)
format-amazon-digital-l1 = Amazon digital orders (layout until early 2026)
format-amazon-digital-l2 = Amazon digital orders (layout since spring 2026)
format-amazon-digital-returns = Returns of Amazon digital orders
format-amazon-refunds-l1 = Amazon refunds (layout until early 2026)
format-amazon-refunds-l2 = Amazon refunds (layout since spring 2026)
format-amazon-refund-destinations = Where Amazon’s refunds went
format-amazon-transactions = Amazon’s list of payments
format-amazon-billing = Amazon subscription billing
format-amazon-devices = Devices registered with Amazon
format-amazon-payment-instruments = Payment methods registered with Amazon
format-amazon-periods = Periods of Amazon subscriptions
format-amazon-subscriptions = Amazon subscriptions
format-amazon-sign-ins = Sign-ins to Amazon
format-amazon-order-report-items = Amazon order report (items, retired)
format-amazon-order-report-refunds = Amazon order report (refunds, retired)
format-amazon-order-report-shipments = Amazon order report (shipments, retired)
format-amazon-business-en = Amazon Business order report
format-amazon-business-ja = Amazon Business order report (Japanese)
format-amazon-other = Other Amazon records

## Orders saved with other tools

format-furyu-orders = Orders from アマゾン注文履歴フィルタ
format-furyu-refunds = Refunds from アマゾン注文履歴フィルタ
format-azad-orders = Orders from Azad
format-azad-items = Items from Azad
format-azad-transactions = Payments from Azad
format-bookmarklet-ja = Orders from a bookmarklet (Japanese)
format-bookmarklet-orders = Orders from a bookmarklet
format-bookmarklet-shipments = Shipments from a bookmarklet
format-bookmarklet-units = Items from a bookmarklet

## Mail

format-mail = Mail
