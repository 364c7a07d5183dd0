### 最初の画面より後の言葉。報告の言葉（判定・理由・手順・ファイルの種類）は crates/playbook/locales にあります。

## 結果

headline-flagged = 確認が必要な請求が{ $count }件あります
headline-ask = あと{ $count }件だけ、確かめてください
headline-ask-and-open = 確かめたい請求が{ $count }件、まだ判断できない請求が{ $open }件あります
headline-not-covered = 注文データがあれば、{ $count }件を調べられます
headline-partly-covered = 分かる範囲の請求には、すべて説明がつきました
headline-clear = すべての請求に説明がつきました
headline-no-amazon = Amazonの請求は見つかりませんでした
answer = Amazonに関わる請求は{ $total }件。{ $parts }です。
answer-joint = {"、"}
answer-explained = 説明がついたもの{ $count }件
answer-ask = ご本人に確かめたいもの{ $count }件
answer-flagged = 調べる必要のあるもの{ $count }件{ $sums }
answer-not-covered = まだ判断できないもの{ $count }件（その分の注文データがないため）
answer-not-covered-no-orders = まだ判断できないもの{ $count }件（注文データがないため）
answer-not-covered-end = まだ判断できないもの{ $count }件（注文データが{ $day }までのため）
answer-not-covered-start = まだ判断できないもの{ $count }件（注文データが{ $day }からのため）
answer-none = Amazonではない請求が{ $count }件ありました。
answer-sums = （{ $sums }）
tiles = 判定ごとの件数。押すと一覧を絞り込みます
tile-unit = 件
charge-panel = 選んだ請求
plan-panel = 次にすること
no-orders-title = 注文データがあると、もっと分かります
no-orders-text = 明細だけでも、定期サービスの更新や二重の請求は分かります。どの請求が何の買い物かを確かめるには、Amazonの注文データを加えてください。
search = お店・品名・金額で探す
search-short = お店・品名・金額
filter-month = 月で絞り込む
filter-card = カードで絞り込む
sort = 並べ方
all-months = すべての月
all-cards = すべてのカード
all-services = すべてのサービス
filter-service = サービス
more-filters = 絞り込み・並べ替え
month-line = 今月の確認
month-line-new = 新しい請求{ $count }件
month-line-refunds = 届いていない返金{ $count }件
month-line-prices = 料金の変更{ $count }件
month-line-renewals = これからの更新{ $count }件
next-line = 次にすること
to-pictures = 月ごとのグラフ
card-beginning = 先頭 { $card }
card-ending = 末尾 { $card }
card-short = カード { $card }
sort-newest = 新しい順
sort-oldest = 古い順
sort-largest = 金額の大きい順
other-merchants = Amazon以外も表示（{ $count }件）
clear-filter = 絞り込みをやめる
no-match-here = 今の絞り込みの中には、当てはまる請求がありません。
hidden-rows = 絞り込みで隠れている{ $count }件も表示する
no-match = 当てはまる請求がありません。言葉や絞り込みを変えてみてください。
new-since = 前回から新しい請求（{ $count }件）
clear-text = いま、確かめることはありません。来月も同じように見ておくと安心です。
clear-remind = 毎月の確認をカレンダーに入れる
no-day = 日付なし
cause-of-item = { $cause }：{ $item }
item-and-more = { $item } ほか{ $more }点
group-notMine = 「覚えがない」と答えた請求
    .short = 覚えがない
group-notMine-about = 早めに連絡しましょう。手順はそれぞれの請求の中にあります。
group-settled = ご本人が確かめた請求
    .short = 確認済み
group-settled-about = ご本人やご家族の利用だと答えたものです。
group-from-files = ファイルから分かったもの
badge-me = 自分の利用
badge-family = 家族の利用
badge-notMine = 覚えがない
no-charges-title = 請求の行が見つかりませんでした
no-charges-text = 明細として読めましたが、請求の行がありませんでした。別の月の明細も入れてみてください。
only-orders-title = 注文データを受け取りました
only-orders-text = あとはカードの利用明細だけです。入れると、請求と注文を1件ずつ照らし合わせます。
unreadable-title = 読めるファイルがありませんでした
unreadable-text = 下に、ファイルごとの理由と、代わりにどうすればよいかを書きました。

## 請求の詳細

back-to-list = 一覧に戻る
evidence = 見比べた点
other-items = 同じ注文のほかの品（この請求とは別）：{ $items }
refund-records = 返金の記録
refunded-on = 返金の日付
refund-sum = 返金額
orders-linked = この請求に該当する注文（{ $count }件）
order-id = 注文番号
ordered-on = 注文した日
shipped-on = 発送された日
order-total = 注文の合計
seller = 販売元
recipient = お届け先
order-card = 支払い
order-status = 注文の状態
order-status-closed = 完了
order-status-authorized = 手続き中
order-status-cancelled = キャンセル
where = 元の場所
place-lines = { $file } の{ $lines }行目
on-statement = 明細の記録
statement-kind = 明細の種類
posted-on = 確定した日
card = カード
holder = 利用者
service = サービス
memo = 備考
about-finding = この判定について
finding-next = 確かめ方：
alternatives = ほかにも考えられる注文
nearest = この中に、心当たりの注文はありますか？
nearest-about = まだどの請求にも当てはまっていない注文のうち、金額と日が近いものです。これが答えだとは限りません。
it-was-this = この注文でした
order-named = あなたが「この注文」と答えた注文
order-named-said = この注文の請求として覚えました。
not-that-order = この注文ではなかった
question-count = { $count }件
question-answers = { $count }件にまとめて答える
question-prepare = { $count }件をまとめて問い合わせる
alternatives-about = どれも同じくらい当てはまります。品名を見て、心当たりを確かめてください。
not-covered-no-orders = 注文データがないため、まだ何とも言えません。{ $answer ->
        [notMine] {""}
       *[other] 怪しいという意味ではありません。
    }Amazonの注文データを加えると調べられます。
not-covered-span = お手元の注文データは{ $span }のものです。この請求はそれに含まれないため、まだ何とも言えません。{ $answer ->
        [notMine] {""}
       *[other] 怪しいという意味ではありません。
    }
settled-verdict = { $answer ->
        [family] 「家族の利用」と答えました。この請求について、することはもうありません。
       *[me] 「自分の利用」と答えました。この請求について、することはもうありません。
    }
settled-findings = ファイルから分かったこと
answers-title = この請求に心当たりはありますか？
answers-title-owed = 買い物そのものは、ご自分かご家族のものですか？
answers-owed = そうであっても、お金が戻ったと明細で分かるまでは、確かめる請求として残します。
answers-title-sure = 答えなくてもかまいませんが、もし心当たりがなければ教えてください
answers-title-repeat-purchase = 2つ注文したのは、そのつもりでしたか？
answer-button-me-repeat-purchase = はい、2つとも自分です
answer-button-family-repeat-purchase = 家族が注文しました
answer-button-notMine-repeat-purchase = いいえ、覚えがない
answer-button-me = 自分の利用
answer-button-family = 家族の利用
answer-button-notMine = 覚えがない
answer-take-back = 答えを取り消す
answered-me = 「自分の利用」にしました。
answered-family = 「家族の利用」にしました。
answered-notMine = 「覚えがない」にしました。一覧のいちばん上に移しました。
answered-undone = 答えを取り消しました。
answered-all-me = { $count }件を「自分の利用」にしました。
answered-all-family = { $count }件を「家族の利用」にしました。
answered-all-notMine = { $count }件を「覚えがない」にしました。一覧のいちばん上に移しました。
bulk = { $count }件にまとめて答える
bulk-me = { $count }件とも自分の利用
bulk-family = { $count }件とも家族の利用
undone = 元に戻しました。
step-ticked = 「{ $step }」を済みにしました。
step-unticked = 「{ $step }」の済みを外しました。
files-read = { $count }個のファイルを読み、もう一度調べました。「結果」で確かめられます。
files-unread = { $count }個は読めませんでした。理由は下の一覧にあります。
month-added = { $month }の分を加えました：新しい請求{ $count }件{ $open ->
        [0] 。確認が必要なものはありません。
       *[other] 、うち{ $open }件は確認してください。
    }
charges-added = 加えました：新しい請求{ $count }件{ $open ->
        [0] 。確認が必要なものはありません。
       *[other] 、うち{ $open }件は確認してください。
    }
file-removed = { $file }を外しました。
case-beside-kept = この端末に残してある内容は、そのままです。いま開いた結果は、まだ残していません。残すと、前の内容と入れ替わります。
case-closed = 結果を閉じました。
would-change = この判定が変わるとき
change-flagged =
    家族や別のアカウントの注文データを加えて、そこに注文が見つかったとき
    この日のもので、まだ加えていない注文データがあり、それを加えたとき
    心当たりがあり、「自分の利用」か「家族の利用」と答えたとき
change-ask =
    心当たりがあり、「自分の利用」か「家族の利用」と答えたとき
    心当たりがなく、「覚えがない」と答えたとき
    足りない注文データを加えたとき
change-amazon-pay =
    Amazon Payの利用履歴で心当たりが見つかり、「自分の利用」か「家族の利用」と答えたとき
    心当たりがなく、「覚えがない」と答えたとき
change-other-service =
    そのサービスに心当たりがあり、「自分の利用」か「家族の利用」と答えたとき
    心当たりがなく、「覚えがない」と答えたとき
change-money-owed =
    返金や取り消しの行がある、あとの明細を加えたとき
change-look-alike =
    カード会社に聞いた店の名前に心当たりがあり、「自分の利用」か「家族の利用」と答えたとき
change-notCovered =
    この日を含む注文データを加えたとき
    「自分の利用」「家族の利用」「覚えがない」のどれかを答えたとき
change-explained =
    品物や日付に覚えがなく、「覚えがない」と答えたとき
candidate = 候補{ $number }
misuse-title = 覚えがないときに、まずすること
misuse-text = 家族にも聞いて、それでも心当たりがなければ、次の順に進めてください。期限のあるものは、手順に書いてあります。
all-steps = すべての手順を見る

## 毎月の確認

monthly-title = 今月の確認
refunds-title = まだ届いていない返金
refund-overdue = { $day }までに明細に載るはずでしたが、見当たりません
refund-waiting = { $day }ごろまでに明細に載る見込みです
refund-unseen = { $day }ごろの明細を加えると、届いたかどうか分かります
prices-title = 料金が変わったもの
price-change = { $old } → { $new }
price-since = { $day }の請求から
renewals-title = これからの更新
renewal-unseen = 次の日は分かりません。最後の記録は{ $last }で、{ $files ->
        [orders] 注文データ
       *[statements] 明細
    }が{ $until }までのためです。続いているかは、新しいファイルで分かります。
renewals-about = これまでの請求から見込んだ日と金額です。

## 次にすること

plan-title = 次にすること
plan-lead = { $total }件のうち{ $done }件が済みました。上から順に、できるところからで大丈夫です。
plan-empty = いま急いですることはありません。
print-steps = この一覧を印刷する
because = この手順がある理由：{ $reasons }
because-joint = {"、"}
due = { $day }までに
clock-charge = 利用日から数えると
clock-statement = { $region ->
        [us] 明細の送付から数えると
       *[other] 明細の通知から数えると
    }
clock-earliest = { $region ->
        [us] 早い場合で{ $day }（明細が送られた日が分からないため、利用日から数えました）
       *[other] 早い場合で{ $day }（お知らせの日が分からないため、利用日から数えました）
    }
clock-earliest-passed = { $region ->
        [us] 利用日から数えると{ $day }で、もう過ぎています。本当の期限はそれより後です（明細が送られた日から数えますが、その日が分かりません）。
       *[other] 利用日から数えると{ $day }で、もう過ぎています。本当の期限はそれより後です（お知らせの日から数えますが、その日が分かりません）。
    }
clock-enter-notice = { $region ->
        [us] 送られた日を下に入れると、正確になります。
       *[other] 届いた日を下に入れると、正確になります。
    }
clock-of = いちばん早い請求（{ $day }の{ $amount }）の期限です。
clock-passed = { $day }（過ぎていますが、まず連絡してください）
notice-came = { $region ->
        [us] その請求が載った最初の明細が送られた日
       *[other] 明細のお知らせが届いた日
    }
expect = このあとの流れ
plan-charges = この手順の対象になる請求
step-charges = この手順だけの対象
more-charges = ほか{ $count }件
contact-as-of = （{ $day }時点。公式サイトでも確かめてください）
done-on = { $day }に済みました
steps-count = { $count }件
to-prepare = 伝える文面を用意する
to-pack = 記録をまとめる
how = やり方
note = メモ
note-for = 「{ $step }」のメモ

## 連絡の記録

contacts-title = 連絡の記録
contacts-about = いつ、だれに連絡し、何と言われたかを残しておくと、次の連絡が楽になります。文面と、印刷する記録にも入ります。
contact-record = 連絡したことを記録する
contact-day = 日付
contact-whom = 連絡した相手
contact-answer = 答え・受付番号・担当の名前
contact-add = 記録する
contact-remove = 「{ $whom }」の記録を消す
contact-added = 連絡を記録しました。
contact-removed = 記録を消しました。
whom-amazon = Amazon
whom-seller = 出品者
whom-issuer = カード会社
whom-police = 警察
whom-consumer = 消費生活センター

## 判定と手順の一覧

texts-title = この名前は何？
texts-lead = 明細や通知に出ている名前を入れると、それが何の名前で、どの注文データに載るのかが分かります。
texts-label = 明細や通知に出ている名前（そのまま）
texts-usual = よくある名前
texts-elsewhere = ほかの国でよくある名前
texts-alike = 一覧の中の近い名前
texts-failed = いまは調べられませんでした。ページを開き直して、もう一度お試しください。
text-means = この名前は何？
text-kind-known = 知られている名前
text-kind-unknown = Amazonに似た、知られていない名前
text-kind-imitation = Amazonに似せた名前
text-kind-other = ほかのお店の名前
text-site = お店
text-orders = 注文の記録
text-orders-goods = 注文があれば、Amazonの注文データの「注文履歴」にあります。
text-orders-digital = 注文があれば、Amazonの注文データの「デジタル注文」にあります。
text-orders-either = 注文があれば、Amazonの注文データの「注文履歴」か「デジタル注文」にあります。
text-orders-nowhere = Amazonの注文データには載りません。
text-seen = 見られた明細の国・地域
text-next-known = 請求の金額と日があれば、何の代金かまで調べられます。
text-next-unknown = 名前だけでは、よくない請求とは言えません。その名前のお店で買い物をしていないか、家族にも聞いてみてください。分からなければ、カード会社が正式な店名を教えてくれます。
text-next-imitation = この名前の請求があったら、カードの裏面の番号からカード会社に伝えてください。メールやSMSで見た名前なら、リンクは開かなくて大丈夫です。
text-next-other = 会社の名前とお店の名前が違うこともあります。心当たりがなければ、カード会社が正式な店名を教えてくれます。
text-check = この名前の請求を1件調べる
text-list = この名前の請求を一覧で探す
catalogue-title = 判定と手順の一覧
catalogue-lead = Mioboeが見つけることと、そのときにすることの全部です。
catalogue-rules = 見つけること
catalogue-steps = すること
catalogue-why = なぜ大切か
catalogue-check = 確かめ方
catalogue-asks-for = このときにすること
catalogue-asked-by = どんなときにするか

## 文面

back-to-steps = 次の手順に戻る
prepare-title = 伝える文面を用意する
prepare-lead = 選んだ請求をもとに、文面を作りました。読み直して、足りないところを直してから使ってください。ここから送信はしません。
prepare-none = いま、連絡が必要な請求はありません。「覚えがない」と答えた請求があると、ここで文面を用意できます。
prepare-charges = どの請求について
prepare-charges-about = { $dispute ->
        [unauthorised] 心当たりのない請求だけに印をつけてください。
       *[other] 申し出の内容に当てはまる請求だけに印をつけてください。
    }文面は、印のある請求について書かれます。
prepare-dispute = 申し出の種類
prepare-details = あなたについて
prepare-details-about = 文面に入れるだけで、どこにも残しません。書かなかったところは「＿＿＿」になります。カード番号の全桁やパスワードは書かないでください。
prepare-which = どの文面か
prepare-for-charge = この請求を問い合わせる
prepare-for-charge-about = Amazonやカード会社に伝える文面を、この請求の内容で用意します。
detail-name = お名前
detail-contact = 連絡先（電話やメール）
detail-issuer = カード会社の名前
detail-noticed = 気づいた日
letter-subject = 件名
letter-charge = ・{ $day }　{ $amount }　{ $merchant }
letter-twin = 　（もう1件の請求：{ $day }　{ $amount }　{ $merchant }）
letter-order = ・{ $order }（{ $about }）
letter-line = ・{ $text }
letter-no-order = ・{ $traced ->
        [amazon-pay] Amazon Payの支払いのため、Amazonの注文番号はありません
        [other-shop] Amazonの注文ではありません
        [look-alike] Amazonの請求かどうか分からず、注文番号も分かりません
        [uncovered] 注文番号は分かりません
       *[none] { $dispute ->
            [recurring-after-cancelling] 会費の請求のため、注文はありません
           *[other] 手元の注文データに、当たる注文はありません
        }
    }
record-contact = { $whom }に連絡
record-joint = {"　"}
copy-letter = 文面をコピーする
refill-letter = 直す前の文面に戻す
letter-refilled = 直す前の文面に戻しました。
letter-copied-yes = コピーしました。
letter-copied-selected = 文面を選びました。コピーの操作（Ctrl+C、Macは ⌘C）をしてください。

## 記録

pack-page-title = 記録をまとめる
pack-page-lead = カード会社や相談窓口に見せる記録を、この端末の中で作ります。
redaction = 名前・住所・カードの数字を伏せる
redaction-on = 伏せて作ります。ファイルの名前も番号に置き換えます。手順のメモと連絡の記録は、書いたままの形で入ります。
redaction-off = 伏せずに作ります。人に渡す前に、見せてよい内容かを確かめてください。
pack-scope = 入れる請求
scope-asked = 問い合わせる請求だけ
scope-amazon = Amazonの請求すべて
export-title = 保存・印刷する
export-print = 印刷・PDF
export-print-about = 下の内容をA4で印刷します。印刷の画面でPDFとしても保存できます。
export-csv = 表（CSV）
export-csv-about = 表計算ソフトで開けます。
export-case = 記録ファイル（JSON）
export-case-about = 結果・答え・手順を保存します。この画面に入れると、続きから見られます。
export-calendar = 期限をカレンダーに入れる
export-calendar-about = 手順の期限と、毎月の確認の日です。請求の内容は入りません。
pack-preview = 印刷される内容
reminder-clock = { $step }（{ $clock ->
        [charge] 利用日から数えた期限
        [earliest] 利用日から数えて、早い場合の期限
       *[statement] 明細の通知から数えた期限
    }）
reminder-monthly = カードの明細とAmazonの注文を見比べる
timeline-title = 日付順の経過
timeline-charge = 請求 { $amount }
timeline-refund = 返金 { $amount }
timeline-promised = Amazonのデータにある返金 { $amount }（注文 { $order }。明細には未着）
timeline-ordered = 注文 { $order }
timeline-shipped = 発送 { $order }
timeline-contact = 連絡：{ $whom }
timeline-contact-answer = （答え：{ $answer }）
timeline-done = したこと：{ $step }
timeline-answer = （本人の答え：{ $answer }）
csv-day = 利用日
csv-merchant = 明細の記載
csv-sum = 金額
csv-currency = 通貨
csv-card = カード
csv-verdict = 判定
csv-why = 理由
csv-orders = 注文番号
csv-items = 品名
csv-answer = 本人の答え
csv-place = 元の場所

## ファイル

files-lead = 入れたファイルが何だったか、どこまで使えたかを示します。足りないものは、いつでも追加できます。
add-files = ファイルを追加する
start-again = はじめからやり直す
files-ignored = 照合に使わないファイルが、ほかに{ $count }個ありました
source-span = 期間
source-rows = 使った行
source-rows-used = { $rows }行のうち{ $used }行
source-mails = 読んだメール
source-mails-used = { $rows }通のうち{ $used }通
source-skipped = 使わなかった行
skipped-for = { $reason } { $count }行
problems = 読めなかったところ（{ $count }か所）
more-problems = 残りの{ $count }か所
line = { $line }行目
given-files = 入れたファイル
remove = 取り除く
remove-file = { $file } を取り除く

## 表の列

mapper-open = 列の読み取り方を直す
mapper-title = どの列が何かを教えてください
mapper-text = 自動で選んであります。違うところだけ直してください。
mapper-column = { $number }列目
mapper-role = 「{ $column }」の列の意味
role-none = 使わない
role-date = 利用日
role-merchant = 利用先
role-amount = 金額
role-out = 出金（支払い）
role-back = 入金（返金）
role-currency = 通貨
role-card = カード番号
role-holder = 利用者
role-memo = メモ
mapper-samples = 読み取り結果
sample-out = { $day }・{ $merchant }・{ $sum } の支払い
sample-back = { $day }・{ $merchant }・{ $sum } の返金
mapper-lacking = { $roles }の列を選んでください。
mapper-use = この内容で読み取る
mapper-forget = 自動の読み取りに戻す
table-given = 列の読み取り方を決めました。
table-forgotten = 自動の読み取りに戻しました。
mapper-leave = 明細ではないので外す
mapper-kept = 同じ見出しのファイルなら、次からは聞きません。
mapper-not-kept = 閉じるまで覚えています。設定で「この端末に残す」を入れると、次からは聞きません。
ask-text = ファイルの中身だけでは決められないので、1つ選んでください。
ask-dates = 「{ $text }」は何日ですか
ask-sums = 「{ $text }」はいくらですか
ask-sums-none = 金額として読めない
ask-sign = 支払いはどちらですか
ask-sign-plus = プラスの行が支払い
ask-sign-minus = マイナスの行が支払い
ask-currency = どの通貨の明細ですか
ask-currency-text = 小数のある金額なので、円ではないようです。
ask-currency-use = この通貨で読み取る
waiting-files = まだ読み取れていないファイルが{ $count }個あります
waiting-file = 「{ $file }」は、どの列が何かなどを選ぶと、結果に加わります。
waiting-title = ファイルについて教えてください
waiting-text = 表の読み方を1つずつ選ぶと、請求を調べられます。
waiting-go = 選ぶ

## メール

mails-title = メールの確認
mail-open = 理由と、できることを見る
mail-without-subject = 件名のないメール
mail-gone = このメールは、今のファイルの中にありません。
mail-reasons = そう判断した理由
mail-headings = メールの情報（差出人など）
mail-subject = 件名
mail-from = 差出人
mail-reply-to = 返信先
mail-date = 日付
mail-attachments = 添付ファイル
mail-orders = 注文番号
mail-links = リンク先（{ $count }か所）
mail-links-text = 開けないように書き換えた文字だけを示しています。リンクも画像も、読み込んでいません。
mail-link-shown = メールでの表示：{ $text }
mail-more-links = 残りの{ $count }か所
mail-ask-entered = このメールのリンク先で、何か入力しましたか
mail-ask-entered-text = パスワード、カード番号、確認コードなどを入力したときは、先にするべきことがあります。
mail-entered = 入力してしまった
mail-entered-title = まず、アカウントとカードを守ります
mail-entered-text = 落ち着いて、上から順に進めてください。早いほど、困ることが減ります。
mail-said-yes = 「入力してしまった」にしました。
mail-said-no = 「入力していない」に戻しました。
mail-steps = することを見る
mail-not-entered = やはり入力していません
weight-danger = 危険
weight-doubt = 疑わしい
weight-note = 参考
weight-for = 問題なし
only-mails-title = { $danger ->
        [yes] このメールに注意してください
       *[no] メールを確かめました
    }
only-mails-text = 請求も調べるときは、カードの利用明細とAmazonの注文データを入れてください。

## 設定

keep-title = この端末に残す
keep-text = 何も選ばなければ、このページを閉じると、すべて消えます。残すと、次に開いたときに同じところから続けられます。残るのは、この端末のこのブラウザーの中だけです。どこにも送りません。
keep-line-results = 閉じると、この結果は消えます。
keep-line-answers = 閉じると、答えは消えます。
keep-line-steps = 閉じると、チェックやメモは消えます。
kept-instead = この結果を端末に残しました。前に残していた結果と入れ替わっています。
kept-now = この端末に残しました。次に開いたときに続きから見られます。
keep = この端末に残す
keep-case = 請求と注文の中身も残す
keep-case-about = 外すと、結果は閉じたときに消え、答え・メモ・連絡の記録と、確かめた請求の印だけが残ります。印にお店の名前や金額は書かれていませんが、請求の中身を知っている人がこの端末を使えば、その請求があったかどうかを照らし合わせられます。例の結果と、5,000件を超える結果は残しません。
kept-nothing = いまは何も残していません。
kept-on-device = 残しています。次に開いたときに続きから見られます。
kept-marks-only = 答えと、確かめた請求の印だけを残しています。
kept-too-long = 答えと、確かめた請求の印を残しています。結果は5,000件を超えるため残せません。「記録をまとめる」からファイルとして保存できます。
kept-shared = このページと同じアドレスにあるほかのページも、ブラウザーに残したものを読めます。このページ専用のアドレスでないときは、残さずに「記録をまとめる」からファイルとして保存してください。
kept-for-good = ブラウザーは、空きが足りなくなっても自動では消さないと答えました。
kept-while-room = ただしブラウザーは、空きが足りないときや、しばらく開かないときに、これを消すことがあります。大切なものは「記録をまとめる」からファイルとしても保存しておくと安心です。
kept-in-memory = この開き方では、ブラウザーが保存を許していません。閉じると消えます。「記録をまとめる」から、ファイルとして保存できます。
forget-title = すべて消す
forget-text = 開いている結果と、この端末に残したものを、すべて消します。消えたことを数えて示します。ダウンロードした元のファイルは消えません。
forget = すべて消す
forget-confirm = 本当にすべて消す
forgotten = すべて消しました。この端末に残っているものは0件です。
forgotten-partly = 消しきれなかったものが{ $count }件あります。ブラウザーの設定から、このサイトのデータを消してください。
look-title = 表示
offline-title = オフライン
offline-not-yet = まだ準備ができていないか、この開き方では使えません。
install = アプリとして端末に入れる
about-title = Mioboeについて
about-text = カードの明細とAmazonの注文データを見比べ、請求がどの買い物に当たるのかを示す道具です。
seal-text = 明細を扱う部分は、ブラウザーの「通信できない枠」の中だけで動きます。通信しないのは約束ではなく、ブラウザーの仕組みで止められているからです。
seal-title = ファイルが外に出ないしくみ
seal-more = しくみと確かめ方を見る
seal-verify = ご自分で確かめる方法
    .how =
        ページを開いたあと、機内モードにします。そのまま最後まで使えます。
        画面にある「このページを開いてからの通信」が0のままかを見ます。
        パソコンなら、ブラウザーの開発者ツールで「ネットワーク」を開いたまま使います。ファイルを入れても通信は増えません。
seal-limits = このしくみでも、ブラウザーに入れた拡張機能や、端末に入りこんだ悪いソフトまでは防げません。また、配っている人がページそのものを作り替えれば別のものになります。Chromium系以外のブラウザーでは、通信の一部の種類を止める機能がまだありません。
no-advice = 法律の助言ではなく、返金を約束するものでもありません。

household-title = 家族とカード
household-text = だれがどのカードを使うかを書いておくと、家族のカードの請求だと分かります。書くのは下4桁だけです。
member-name = 呼び名
member-cards = カードの下4桁（いくつかあるときは「、」で区切る）
member-add = 追加する
member-added = { $name }さんを追加しました。
member-removed = { $name }さんを外しました。
member-refused = 呼び名と、下4桁の数字だけを書いてください。カード番号の全桁は書かないでください。

## ヘルプ

help-parts = このページの内容
glossary-title = 判定の読み方
faq-title = よくある質問
faq-safe = ファイルの中身はどこかに送られますか？
    .answer = いいえ。読むのも調べるのも、この端末の中だけです。画面に出ている通信の回数が0のままであることで確かめられます。
faq-keep = 結果を残しておけますか？
    .answer = 「この端末に残す」を押すと、このブラウザーの中に残り、次に開いたときに続きから見られます。押さなければ、ページを閉じたときにすべて消えます。消える前に、ブラウザーが閉じてよいかを尋ねます（スマートフォンでは尋ねないことがあります）。ファイルとして持っておくには、「記録をまとめる」から記録ファイルを保存します。
faq-files = 何を用意すればよいですか？
    .answer = カードの利用明細（CSV）を3か月分ほどと、Amazonの注文データ（ZIP）です。明細だけでも始められます。
faq-not-covered = 「まだ判断できません」は、怪しいということですか？
    .answer = いいえ。その日の注文データが手元にないだけです。新しい注文データを加えると、もう一度調べられます。
faq-other-name = 注文の日や金額と、請求が違うのはなぜですか？
    .answer = 請求は、発送の日に、発送のまとまりごとに行われることがあります。ポイントやギフト残高を使うと、請求は注文の合計より少なくなります。
faq-flagged = 「調べる必要があります」と出ました。どうすればよいですか？
    .answer = まず家族に聞き、Amazonの注文履歴と定期サービスを見てください。それでも心当たりがなければ、Amazonとカード会社に連絡します。順番は「次にすること」にあります。
faq-undo = まちがえて押してしまいました。戻せますか？
    .answer = はい。画面の上の「元に戻す」（矢印のしるし）を押すと、いちばん新しいものから順に戻ります。画面を移ったあとでも使えます。請求への答えは、その請求の「答えを取り消す」でも戻せます。
faq-phone = カード番号やパスワードを聞かれますか？
    .answer = いいえ。入力する欄はありません。聞いてくる画面があれば、それはMioboeではありません。
faq-mail = Amazonからのメールのリンクを開いてもよいですか？
    .answer = 開かないでください。ブックマークか、自分で入力したアドレスから公式サイトを開いて確かめます。
keys-title = キーボード
key-j = 次の請求へ
key-n = 次の要調査へ（なければ要確認へ）
key-z = 直前の操作を元に戻す
key-k = 前の請求へ
key-enter = 請求を開く
key-esc = 請求を閉じる、絞り込みをやめる
key-slash = 探す
key-question = このキーの一覧を開く

## 印刷

pack-title-asked = 確認をお願いしたい請求
pack-title-amazon = Amazonの請求の一覧
pack-made = { $day }に、利用明細とAmazonの注文データを見比べて作成しました。
pack-day = 利用日
pack-merchant = 明細の記載
pack-sum = 金額
pack-none = 調べる必要のある請求はありません。
pack-not-mine = 本人の申告：覚えがありません。
pack-orders = 注文番号：{ $orders }
pack-where = 元の場所：{ $place }
pack-foot = この紙は本人の端末の中で作成しました。元の明細の場所（ファイルと行）を示しています。

## グラフ

pictures-title = 月ごとのグラフ
pictures-lead = 請求がどの月にどれだけあり、注文データがどの日まであるかを見られます。
back-to-results = 結果に戻る
months-title = 月ごとの請求の件数
months-about = 月を選ぶと、その月の請求だけの一覧になります。
months-bar = { $month }：{ $parts }
months-part = { $name } { $count }件
as-table = 表で見る
table-month = 月
table-all = 合計
covered-title = ファイルにある期間
covered-statements = カード明細
covered-orders = 注文データ
covered-none = まだありません
covered-gap-span = 注文データがない期間：{ $span }
ties-title = 請求と注文のつながり
ties-about = 上が請求、下が注文です。線は、請求に該当する注文を示します。点を選ぶと請求が開きます。
ties-charges = 請求
ties-charge = { $day } { $amount } { $verdict }
ties-order-of = 注文 { $day }
ties-month-before = 前の月
ties-month-after = 次の月
ties-none = この月にAmazonの請求はありません。
ties-many = 件数が多いため、説明がついた請求は省いています。
ties-table-charge = 請求
ties-table-order = 当たる注文
calendar-title = これからの更新予定
calendar-about = 日と金額は、これまでの請求からの見込みです。
calendar-none = 定期的な支払いは見つかっていません。
calendar-plan = プラン
calendar-sum = 金額
## PDFのパスワード

adding-title = この記録に加えますか？
adding-old = 開いている記録は前の形で残したもので、元の明細の中身がありません。加えると、これまでの請求は前に調べたときの判定のまま残り、新しいファイルだけを調べます。前の明細や注文データももう一度入れると、すべて調べ直せます。
adding-cards = 新しい明細のカードは、この記録にあるどのカードとも番号が違います。ご家族や別のカードの明細なら加えてください。ほかの方の明細なら、別の記録にしてください。
adding-anew-about = 別の記録にすると、いま開いている記録は閉じます（「元に戻す」で戻せます）。
adding-anew-about-kept = 別の記録にしても、この端末に残してある記録はそのままです。
adding-here = この記録に加える
adding-anew = 別の記録として調べる
password-title = このPDFにはパスワードがかかっています
password-why = 入力したパスワードは、この端末でこのファイルを開くために一度だけ使い、すぐに忘れます。どこにも送りません。必要なのはファイルそのもののパスワードです（カード会社からのメールに書かれているか、生年月日やカード番号の一部であることが多いです）。銀行やAmazonのログイン用パスワードは入れないでください。
password-label = ファイルのパスワード
password-wrong = パスワードが違うようです。もう一度入力してください。
password-open = ファイルを開く
password-skip = このファイルは読まない

## ヘルプの続き

issuers-title = カード会社・銀行ごとの場所
issuers-note = メニューの名前は、会社のつごうで変わることがあります。ここにない会社でも、利用日・利用先・金額のあるCSVなら読めます。
whom-title = 連絡先
whom-about = かける前に、公式サイトの番号と同じかを確かめてください。メールやSMSに書かれた番号やリンクは使いません。
contact-source = 出典：{ $source }（{ $day }に確認）
terms-title = 言葉の説明
term-statement = カード明細
    .about = カード会社のサイトから保存できる、利用の一覧です。CSVというファイルで保存します。
term-order-data = 注文データ
    .about = Amazonに申し込むと受け取れる、ご自身の注文履歴のファイルです。数時間から数日で届きます。
term-charge-day = 利用日
    .about = 明細に載る日です。Amazonでは、注文した日ではなく発送した日になることがよくあります。
term-coverage = ファイルにある期間
    .about = 明細と注文データが、それぞれ何日から何日までを含むかです。注文データがない日の請求は、判断できません。
term-amazon-pay = Amazon Pay
    .about = Amazon以外のお店で、Amazonのアカウントを使って払うしくみです。Amazonの注文履歴には出ません。
term-family-card = 家族カード
    .about = 同じ口座から引き落とされる、家族の名前のカードです。明細では番号の下4桁や名前で分かれます。

## 入力した請求の答え

one-no-text = 名前は不明
one-no-day = 日は不明
one-joint = ・
one-edit = 直す
one-remove = 消す
one-more = もう1件調べる
one-add-files = ファイルも加える
charge-removed = 入力した請求を消しました。
one-proven = 何の請求かが分かりました
one-settled = { $answer ->
        [family] ご家族の利用として覚えました
       *[other] ご自分の利用として覚えました
    }
one-detail = くわしく見る
one-possible = 考えられること
one-name-means = { $merchant ->
        [none] Amazonからの請求
       *[other] 「{ $merchant }」という表示
    }
one-back = お金は返ってくる？
one-back-source = 出典：{ $source }（{ $day }時点）
one-about-amazon-retail = Amazonでの買い物のほか、定期おトク便や予約商品、会費がこの名前で出ることもあります。発送した日の請求になるため、注文した日より遅れるのがふつうです。
one-about-amazon-marketplace = Amazonに出店しているお店の商品の代金に使われます。発送の都合で、注文した日より遅れて請求されることがあります。
one-about-amazon-digital = 電子書籍・動画・アプリ・ゲームの購入や、定期サービスの料金に使われます。子どもの端末やテレビでの購入もここに出ます。
one-about-amazon-prime = プライムの会費に使われます。無料体験のあとは自動で有料になります。
one-about-audible = Audible（聴く読書）の料金に使われます。無料体験のあとは自動で有料になります。
one-about-amazon-music = Amazon Musicの料金に使われます。無料体験のあとは自動で有料になります。
one-about-kindle = Kindleの本やKindle Unlimitedの料金に使われます。
one-about-prime-video = Prime Videoのレンタル・購入や、チャンネルの料金に使われます。
one-about-amazon-pay = Amazon以外のお店で、Amazon Payを使って払った代金です。Amazonの注文履歴には出てきません。pay.amazon.co.jp の取引の履歴で、お店の名前を確かめられます。
one-about-aws = 会社や開発者向けのコンピューターのサービス（AWS）の料金です。注文履歴には出てきません。
one-about-amazon-fresh = ネットスーパー（Amazonフレッシュなど）の代金です。量り売りの分だけ、金額が少し変わることがあります。
one-about-amazon-other = Amazonのほかのサービスに使われる名前です。
one-about-look-alike = Amazonに似せた名前です。Amazonが使う表示として知られていません。
one-about-other = Amazonの表示として知られている名前ではありません。お店の名前で検索し、それでも分からないときはカード会社にたずねてください。
one-sure = 1〜2分で確かめる
one-copy = 画面の文字をコピーするには
one-copy-how =
    iPhone：文字を長押しして「すべて選択」、続けて「コピー」。
    Android：文字を長押しして「すべて選択」、続けて「コピー」。
    パソコン：Ctrl+A（Macは⌘A）で全部を選び、Ctrl+C（⌘C）。
    アプリでは文字を選べないことがあります。そのときは、ブラウザーで同じ画面を開きます。
one-paste-here = コピーした文字をここに貼り付ける
one-stop = 心配なら、先に止めておく
one-stop-about = あとで元に戻せます。電話をかける前にできます。
one-not-mine = 自分のものではなかったとき
one-not-mine-say = 上の「覚えがない」を押すと、この請求を書き入れた文面と電話の台本を用意できます。
one-open = まだわからないこと
one-open-what = 何を買ったものか。注文の記録がまだないので、名前・金額・日だけから考えています。
one-open-orders = 入れていただいた画面やファイルには、この請求に合う支払いがありませんでした。ほかのアカウントや、前のページも見てください。
one-open-day = 請求の日。カード会社のアプリで分かれば、入れてください。
one-open-text = 表示の名前。分かると、どのサービスかを絞り込めます。
one-open-paid = 支払い方法。分かると、どこに連絡すればよいかを案内できます。
one-export = 注文データを取り寄せて確かめることもできます。届くまでに数時間から数日かかるので、急ぐときは上の「取引」の画面が早道です。
one-type-instead = 読めなかった分を、見たまま入力する
unsure-title = 読み取りを確かめてください
unsure-text = 日・お店・金額のどれかがはっきりしません。いちばんありそうな答えを入れてあるので、違うところを直してから調べてください。
unsure-shop = お店の名前
unsure-use = この内容で調べる
unsure-leave = 請求ではないので外す
row-left = 外しました。
rows-used = { $count }件を加えました。
