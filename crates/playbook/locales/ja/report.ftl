### 判定・サービス・理由・根拠など、報告の決まった言葉。

## 判定

verdict-explained = 説明がつきます
    .short = 説明がついた
    .about = お手元のファイルに、この請求の理由になる記録があります。
verdict-ask = ご確認ください
    .short = 要確認
    .about = おそらくこれだろうという説明があります。最後に確かめられるのは、ご本人だけです。
verdict-flagged = 調べる必要があります
    .short = 要調査
    .about = その日の記録があるのに理由が見つからないか、記録と食い違っています。原因はまだ分かりません。
verdict-notCovered = まだ判断できません
    .short = データ不足
    .about = この日・カード・サービスの注文データがないため、何とも言えません。怪しいという意味ではありません。
verdict-other = Amazon以外の請求
    .short = Amazon以外
    .about = Amazonの請求ではなく、目立った点もありません。

## サービス

service-amazon-retail = Amazonでの買い物
service-amazon-marketplace = Amazonマーケットプレイス
service-amazon-digital = Amazonのデジタルコンテンツ
service-amazon-prime = Amazonプライム
service-audible = Audible
service-amazon-music = Amazon Music
service-kindle = Kindle
service-prime-video = Prime Video
service-amazon-pay = Amazon Pay（ほかのお店での支払い）
service-aws = AWS（企業・開発者向けのサービス）
service-amazon-fresh = Amazonフレッシュ（食品の配達）
service-amazon-grocery = Amazonの食料品店
service-amazon-pharmacy = Amazonファーマシー・医療サービス
service-amazon-gift-card = Amazonギフトカード・残高
service-amazon-business = Amazonビジネス
service-amazon-kids = Amazon Kids+
service-amazon-games = Amazonのゲーム
service-amazon-devices = Amazonのデバイスの定期プラン
service-amazon-advertising = Amazonの広告料
service-amazon-seller = Amazonでの出品の手数料
service-amazon-other = Amazonのその他のサービス
service-amazon-unknown = Amazonのような、知られていない表記
service-look-alike = Amazonに似た名前のお店
service-other = その他のお店

## 理由

cause-order = 注文1件の合計と、金額も日付も合っています。
    .short = 注文どおり
cause-shipment = 1件の注文が分けて発送され、そのうちの1回分の請求です。
    .short = 分割発送の1回分
cause-combined = 複数の注文や発送をまとめた請求です。
    .short = まとめて請求
cause-part-paid = 代金の一部をポイントやギフト残高、別のカードで払い、残りがこのカードに請求されました。
    .short = 一部はポイントなど
cause-digital-order = 電子書籍・動画・アプリなど、デジタルの注文です。
    .short = デジタルの注文
cause-subscription = 定期的に更新されるサービスの料金です。
    .short = 定期サービスの更新
cause-refund = 注文に対する返金です。
    .short = 返金
cause-hold-released = 注文時に仮に押さえられた金額で、確定した請求に置き換わったか、取り消されています。
    .short = 仮の請求（解消済み）
cause-charge-reversed = 請求と、それを全額打ち消す取り消しが、両方そろっています。
    .short = 取り消し済み
cause-instalment = 1件の注文を月ごとに分けて払う、そのうちの1回分です。
    .short = 分割の1回分
cause-family-card = 家族カードでの利用です。お手元の注文データには、この利用に該当する注文がありません。
    .short = 家族カード
cause-shared-account = 注文は見つかりましたが、届け先や受け取る人がいつもと違います。
    .short = いつもと違う届け先
cause-repeat-purchase = 同じ物が、近い日に2回注文されています。
    .short = 同じ物を2回注文
cause-ambiguous = 当てはまる注文が2つ以上あり、どれの請求かを1つに決められません。
    .short = 候補が複数
cause-amount-differs = 日付などは合う注文がありますが、金額だけが違います。
    .short = 金額が違う
cause-trial-ended = 無料体験が終わり、最初の料金が請求されたようです。
    .short = 無料体験の終了
cause-price-changed = いつもの更新ですが、前回と料金が変わっています。
    .short = 料金の変更
cause-amazon-pay = Amazon Payを使って、ほかのお店で払ったものです。Amazonの注文履歴には出てきません。
    .short = Amazon Pay
cause-subscription-unproven = 名前や金額、間隔から定期サービスのように見えますが、裏づけになる記録がありません。
    .short = 定期サービスらしい
cause-could-be-plan = 金額が、その日の定期サービスの料金と同じです。
    .short = 定期サービスかもしれない
cause-other-service = AWSなど、注文履歴に出てこないAmazonのサービスの料金です。
    .short = 買い物以外のサービス
cause-unknown-amazon-name = Amazonのような名前ですが、こちらでは知られていない表記です。新しいサービスか、その名前のお店かもしれません。
    .short = 知られていない表記
cause-pending = まだ確定していない請求です。金額が変わったり、消えたりすることがあります。
    .short = 未確定
cause-no-order = 注文データにはこの日の注文も含まれていますが、この請求に該当するものが見つかりません。
    .short = 注文が見つからない
cause-charged-twice = 1回分の注文や発送に、請求が2回あります。
    .short = 二重の請求
cause-cancelled-but-charged = キャンセルされた注文の請求が残り、取り消しが見当たりません。
    .short = キャンセル後も請求
cause-charged-after-cancelling = 解約したはずの定期サービスの料金が請求されています。
    .short = 解約後の請求
cause-refund-missing = 返金されるはずの金額が、明細に見当たりません。
    .short = 返金が来ていない
cause-small-then-large = 少額の請求のすぐあとに、大きな請求が続いています。
    .short = 少額のあとに高額
cause-gift-card-burst = 短い間に、ギフトカードの購入か、その額面のような請求がいくつも続いています。
    .short = ギフトカードの連続購入
cause-look-alike-merchant = Amazonに似せた別の名前です。
    .short = Amazonに似た名前
cause-new-device-spend = これまでにない端末・ログイン・届け先が現れた直後の請求です。
    .short = 新しい端末の直後

## 根拠

evidence-amount-exact = 金額がちょうど合っています
evidence-amount-below = 金額が注文の合計以下です（残りはポイントや残高、または後の請求かもしれません）
evidence-amount-near = 金額がほぼ合っています
evidence-amount-converted = 注文は外貨で、金額は為替レートの範囲に収まります
evidence-day-fits = 日付が注文や発送と合っています
evidence-day-late = 日付が発送より少し遅れています
evidence-day-unknown = 請求の日付は分かっていません
evidence-day-of-order = 日付が、発送の前の、注文した日と合っています
evidence-under-way = 注文データができたとき、まだ発送の途中だった注文です
evidence-card-same = カードの末尾の番号が同じです
evidence-card-other = カードの末尾の番号が違います
evidence-card-replaced = カードの番号が途中で変わった（再発行された）と考えられます
evidence-order-named = あなたが、この注文だと答えました
evidence-order-number = 明細に注文番号が書かれています
evidence-listed-payment = Amazonの支払い一覧に、同じ支払いがあります
evidence-may-be-chance = 近くに注文がたくさんあり、金額が合うのは偶然かもしれません
evidence-mail = Amazonからと見られるメールに、同じ金額の注文があります
evidence-plan-price = 知られている料金と一致します
evidence-cadence = 毎月・毎年の決まった間隔で請求されています
evidence-reversal = 同じ金額の取り消しがあります
evidence-same-thing = 同じ商品です
evidence-only-fit = ほかに当てはまるものがありません

## ファイルの種類

kind-statement = カードや口座の明細
kind-orders = Amazonの注文データ
kind-digitalOrders = Amazonのデジタル注文
kind-refunds = Amazonの返金の記録
kind-subscriptions = Amazonの定期サービスの記録
kind-account = Amazonアカウントの記録（ログイン・端末など）
kind-mail = メール
kind-typed = 入力した請求
kind-notice = 利用のお知らせ
kind-ignored = 使わないファイル
kind-unreadable = 読めなかったファイル

## 足りないもの

gap-orders-end-early = 注文データが、明細の最後の日より前で終わっています
gap-orders-start-late = 注文データが、明細の最初の日よりあとから始まっています
gap-no-order-file = 注文データがありません
gap-no-digital-file = デジタル注文のデータがありません
gap-card-without-orders = このカードで払った注文が、注文データに1件もありません
gap-region-not-exported = その国のAmazonの注文データがありません
gap-order-not-in-files = ほかのファイルに出てくる注文が、注文データに入っていません
gap-day-unknown = 請求の日付が分かりません
gap-statement-missing = 抜けている月の明細があります

## いつ

when-now = いますぐ
when-today = きょうのうちに
when-this-week = 今週のうちに
when-monthly = 毎月

## 明細の表記の意味

meaning-amazon-retail = Amazonでの買い物です。
meaning-marketplace = Amazonでの買い物です。Amazonの商品にも、ほかの出品者の商品にも使われる表記です。
meaning-prime = Amazonプライムの月会費か年会費です。
meaning-prime-video = Prime Videoの映画や番組、チャンネルの料金です。
meaning-audible = Audible（オーディブル）の会費か、オーディオブックの代金です。
meaning-music = Amazon Musicの料金か、曲の代金です。
meaning-kindle = Kindle本の代金か、Kindle Unlimitedの料金です。
meaning-digital = Amazonのデジタル商品（本、映画、アプリ、保存容量、定期プラン）の代金です。
meaning-kids = 子ども向けの定期プラン、Amazon Kids+の料金です。
meaning-games = LunaなどのAmazonのゲームの料金です。
meaning-twitch = Amazon傘下の配信サービスTwitchでの支払いです。履歴はTwitchにあります。
meaning-amazon-pay = ほかのお店で、Amazon Payを使って払ったものです。履歴はAmazonの注文ではなく、Amazon Payにあります。
meaning-aws = 企業・開発者向けのサービス、AWSの料金です。内訳はAWSのアカウントにあります。
meaning-seller = Amazonに出品している人の手数料です。内訳はセラーセントラルにあります。
meaning-advertising = Amazonに出した広告の料金です。内訳は広告のアカウントにあります。
meaning-pharmacy = AmazonファーマシーやOne Medicalなど、薬や医療のサービスです。履歴はそれぞれのサービスにあります。
meaning-gift-card = Amazonギフトカードの購入か、残高へのチャージです。
meaning-shop-with-points = カードのポイントをAmazonで使ったものです。
meaning-grocery-delivery = Amazonフレッシュなど、食料品の配達の代金です。
meaning-tip = 食料品の配達へのチップです。注文とは別に請求されます。
meaning-grocery-shop = Whole FoodsやAmazon Goなど、Amazonの実店舗での買い物です。
meaning-own-shop = Amazonの実店舗での買い物です。
meaning-delivery-business = 配送や宅配ロッカーなど、Amazonのほかの事業の料金です。
meaning-devices = Ring、Blink、eero、Echoなど、Amazonのデバイスの料金です。内訳はそれぞれのアプリにあります。
meaning-sister-company = ZapposやAbeBooksなど、Amazon傘下の会社での買い物です。注文履歴はその会社にあります。
meaning-business = Amazonビジネスのアカウントでの買い物です。注文履歴はそのアカウントにあります。
meaning-card-bill = Amazonの名前が付いたカードの、利用代金の支払いです。買い物の内訳はそのカードの明細にあります。
meaning-contact-only = Amazonの請求ですが、何の代金かは表記からは分かりません。
meaning-unknown-name = Amazonのように見えますが、こちらでは知られていない表記です。新しいサービスや珍しいサービスか、その名前のお店かもしれません。
meaning-imitation = Amazonに似せた別の名前です。
meaning-other-shop = Amazonではない、ほかのお店です。
