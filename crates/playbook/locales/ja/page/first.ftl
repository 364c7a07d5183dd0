### 外枠と最初の画面の言葉。ページと一緒に届きます。ほかの言葉はすぐ後に届きます（screens.ftl）。

## 外枠

app-title = Mioboe：そのAmazonの請求、身に覚えがありますか
brand = Mioboe
# その言語での書き方。名前でしかない言語では空にします。
brand-reading = 身に覚え
skip-to-main = 本文へ移動
language = 表示する言語
theme-now = 表示の明るさ：{ $theme }
theme-system = 端末に合わせる
theme-light = 明るい
theme-dark = 暗い
tabs = 画面
tab-results = 結果
tab-steps = 次の手順
tab-files = ファイル
tab-settings = 設定
tab-help = ヘルプ
back-to-first = はじめの画面
close = 閉じる
cancel = やめる
undo = 元に戻す
undo-last = 元に戻す：{ $said }
copy = コピーする
not-affiliated = Mioboeは、Amazonおよびカード会社とは関係のない独立した道具です。社名や商品名は、説明のためだけに使っています。
privacy-promise = ここに入れたものは、この端末から出ません。
privacy-count = このページを開いてからの通信：
offline-line = 通信がなくても、この端末で開けます。
drop-anywhere = どこに置いても受け取ります
failure-engine = 調べている途中で止まってしまいました。ファイルは無事です。もう一度入れてください。
failure-storage = この端末に残すことができませんでした。今の画面はそのまま使えます。
update-ready = 新しいバージョンを使えます。
update-keeps = 新しいバージョンを使えます。切り替えても、開いているファイルや入力した内容はそのまま残ります。
update-now = 切り替える
update-later = いまは切り替えられませんでした。次にこのページを開いたときに新しい版になります。
failure-case-broken = この記録のファイルは壊れているか、形が違うため、開けませんでした。
failure-case-newer = この記録は、より新しい版のMioboeで保存されています。ページを更新してから開いてください。
case-notice = 保存した記録（{ $day }の結果）を開いています。
add-month = 今月の明細を加える
example-notice = 架空の家庭の例を表示しています。
use-own-files = 自分の分を調べる
working-again = もう一度調べています…

## はじめの画面

first-title = そのAmazonの請求、身に覚えがありますか？
first-lead = 通知に出ていた1件からでも、カードの明細とAmazonの注文データからでも、何の請求なのかを確かめます。まずは落ち着いて、手元にあるものを入れてみてください。
drop-title = ここにファイルを入れる
drop-hint = カードの明細（CSV）、Amazonの注文データ（ZIP・CSV）。いくつでも、まとめてどうぞ。入れたファイルは、この端末の外に出ません
choose-files = ファイルを選ぶ
choose-folder = フォルダーを選ぶ
paste = コピーした文字を貼り付ける
paste-empty = コピーされている文字がありません。
paste-here = 明細や注文の一覧のほか、本物か分からないメールの文面も調べられます。下の枠を長押しするか、Ctrl+V（Macは ⌘V）を押して貼り付けてください。
paste-check = この文字を調べる
pasted-name = 貼り付けた文字.txt
try-example = 例で試してみる
open-case = 保存した記録を開く
guides-title = ファイルの手に入れ方
guide-statements = カードの利用明細（CSV）
    .how =
        カード会社の会員サイトを、ブックマークか自分で入力したアドレスから開きます。
        「ご利用明細」の画面で、調べたい月を選びます。
        「CSV」または「ダウンロード」を押して保存します。
        できれば3か月分ほどを、そのままここに入れます。
    .note = 表計算ソフトで開いて保存し直すと、日付や番号が変わることがあります。保存したままのファイルを入れてください。
guide-orders = Amazonの注文データ（ZIP）
    .how =
        下のアドレスをコピーして、ブラウザーのアドレス欄に貼り付けて開きます。
        「注文履歴」を選んで、データをリクエストします。
        Amazonから届く確認メールの案内に沿って、リクエストを確定します。
        用意ができたら、届いたZIPをそのままここに入れます。
    .note = 用意には、数時間から数日かかることがあります。待つ間も、明細だけで分かることを先に調べられます。
region = お住まいの地域
region-elsewhere = その他

## 1件だけ調べる

first-ways = 調べ方
way-one = 1件だけ調べる
way-files = ファイルで調べる
notice-text = カードの通知やアプリの文字を貼り付ける
notice-example = 例：11月3日 AMAZON.CO.JP 3,980円
one-or = または、見たままを入力する
one-sum = 金額
one-currency = 通貨
one-yen = 円
one-missing = 金額を数字で入れてください。
one-day = 日
one-day-today = きょう
one-day-yesterday = きのう
one-day-other = 日付を選ぶ
one-day-unknown = わからない
one-text = 明細や通知に出ている名前
one-text-example = AMAZON.CO.JP
one-usual = よくある名前
one-text-means = この名前が何か調べる
one-means-amazon-retail = ふつうの注文
one-means-amazon-marketplace = 出品者の商品
one-means-amazon-digital = 本・動画・アプリ
one-means-amazon-prime = プライムの会費
one-means-amazon-pay = ほかのお店での支払い
one-paid = 支払い方法
one-paid-unknown = わからない
paid-by-card = クレジットカード
paid-by-debit = デビットカード
paid-by-prepaid = プリペイドカード
paid-by-phone-bill = 携帯電話の料金と一緒に
paid-by-pay-later = Paidyなどの後払い
paid-by-gift-balance = Amazonギフト残高
paid-by-app-store = アプリ内（Apple・Google）
one-card = カード番号の下4桁（分かれば）
one-check = 調べる

## 調べている間

working-reading = ファイルを読んでいます
working-analysing = 請求と注文を照らし合わせています
working-files = { $total }個のうち{ $done }個を読みました
case-gone = 開いていた結果は、この端末に残していないため、もうありません。もう一度ファイルを入れてください。次からは「この端末に残す」を押すと残ります。
