### 読めなかったところ、数えて使わなかった行、ファイルの種類の言葉。problem の .next は代わりにすること。

## 読めなかったところ

problem-bad-date = 日付を読み取れません
    .next = 元の明細でこの行の日付を確かめてください。表計算ソフトで開いて保存し直したファイルなら、保存し直す前のものを使ってください。
problem-bad-amount = 金額を読み取れません
    .next = 元の明細でこの行の金額を確かめてください。
problem-missing-column = 必要な列が見つかりません
    .next = 日付・利用先・金額の列があるファイルを、カード会社のサイトから保存し直してください。ご自分で作った表なら、1行目に「利用日」「利用店名」「利用金額」という見出しを書き足すと読めます。
problem-short-row = 行の途中でデータが切れています
    .next = ファイルを保存し直してください。同じ行でまた切れるときは、元の明細で確かめてください。
problem-bad-currency = 通貨が分かりません
    .next = 元の明細で、どの通貨の金額かを確かめてください。ご自分で作った表なら、「通貨」の列にUSDなどの記号を書き足すと読めます。
problem-bad-order-id = 注文番号の形が正しくありません
    .next = 表計算ソフトで開くと、注文番号が変わってしまうことがあります。ダウンロードしたままのファイルを使ってください。
problem-ambiguous-dates = 日と月の順番を決められません
    .next = 日が13以上の行がなく、どちらとも読めます。13日以降の行もある、もっと長い期間のファイルを使ってください。
problem-ambiguous-amounts = 小数点と桁区切りを見分けられません
    .next = 「1.234」が千二百三十四なのか、1と少しなのかを決められません。もっと多くの行があるファイルを、カード会社のサイトから保存し直してください。
problem-ambiguous-sign = 支払いと返金を見分けられません
    .next = プラスとマイナスのどちらが支払いなのかを決められません。支払いと返金が別の列に分かれているファイルがあれば、そちらを使ってください。
problem-empty-file = ファイルが空です
    .next = もう一度ダウンロードしてください。その月に利用がなければ、空のこともあります。
problem-not-text = 文字として読めないファイルです
    .next = CSVの明細、またはAmazonから届いたZIPを入れてください。
problem-mojibake = 文字化けしたまま保存されています
    .next = 元の文字に戻すことはできません。ダウンロードしたままのファイルを使ってください。
problem-unknown-layout = 日付と金額のある表が見つかりません
    .next = 利用明細のファイルかどうかを確かめてください。明細なのに読めないときは、1行目に「利用日」「利用店名」「利用金額」という見出しを書き足すか、カード会社のサイトからCSVを保存し直してください。
problem-web-page = 明細ではなく、ウェブページが保存されています
    .next = ログインの期限が切れていたのかもしれません。ログインし直して、もう一度ダウンロードしてください。
problem-image = 画像からは読み取れません
    .next = 画面の写真ではなく、CSVを保存してください。明細の文字をコピーして貼り付けることもできます。
problem-truncated = ファイルが途中で終わっています
    .next = ダウンロードが途中で止まったようです。もう一度ダウンロードしてください。終わりまでの行は読み取っています。
problem-encrypted-zip = パスワードのかかったZIPです
    .next = パソコンやスマートフォンで展開してから、中のファイルを入れてください。
problem-broken-zip = ZIPが壊れています
    .next = もう一度ダウンロードしてください。
problem-zip-too-large = ZIPの中身が大きすぎます
    .next = 展開して、注文の履歴（Order Historyなど）のCSVだけを入れてください。
problem-zip-too-many-entries = ZIPの中のファイルが多すぎます
    .next = 展開して、注文の履歴（Order Historyなど）のCSVだけを入れてください。
problem-nested-zip = ZIPの中に、さらにZIPがあります
    .next = 外側のZIPを展開して、中のZIPを入れてください。
problem-encrypted-pdf = パスワードのかかったPDFです
    .next = もう一度入れて、ファイルのパスワードを入力してください。カード会社からのメールに書かれているか、生年月日やカード番号の一部であることが多いです。
problem-broken-pdf = PDFを開けません
    .next = もう一度ダウンロードするか、同じ明細をCSVで保存できないか確かめてください。
problem-scanned-pdf = ページの画像だけのPDFで、文字が入っていません
    .next = カード会社のサイトから、明細をCSVかPDFでダウンロードしてください。紙の明細をスキャンや撮影したものは読めません。
problem-pdf-not-here = PDFは、ブラウザーで開いたページのほうで読み取ります
    .next = ページを開いて、PDFをそこに入れてください。ここでは、同じ明細のCSVを使ってください。
problem-encrypted-workbook = パスワードのかかったExcelファイルです
    .next = Excelなどでパスワードを入れて開き、パスワードなしで保存し直したものを入れてください。
problem-broken-workbook = Excelファイルが壊れています
    .next = もう一度ダウンロードするか、Excelなどで開いてCSVで保存し直してください。
problem-needs-full-reader = この種類のファイルを読む部品を取り込めませんでした
    .next = インターネットにつながっているか確かめて、もう一度ファイルを入れてください。
problem-unsupported = この種類のファイルは、まだ読めません
    .next = 同じ内容をCSVで保存できないかを、ダウンロードの画面で確かめてください。
problem-too-large = ファイルが大きすぎます
    .next = 期間を区切って保存し直してください。

## 数えて使わなかった行

skip-heading = 見出し・小計・注記の行
skip-bill-payment = カード代金の支払い
skip-top-up = チャージ・キャッシング
skip-own-transfer = 自分の口座どうしの振り替え
skip-not-counted = 成立しなかった取引、または集計から外された行
skip-instalment = 分割払いの2回目以降（購入そのものは別の行）
skip-seen-in-other-file = ほかのファイルにもある同じ行
skip-follow-up = 上の行の補足（為替レートなど）
skip-deposit = 入金・利息など、返金ではないお金
skip-not-understood = 読み取れなかった行
skip-no-money = 金額のない注文（無料の交換など）
