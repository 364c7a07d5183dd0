### 他のサイトの中に置かれたときだけの言葉。

## サイトからのお知らせ

site-title = { $name }からのご案内
site-whose = この欄は、このページを表示しているサイト（{ $site }）が書いたものです。Mioboeの言葉ではありません。
site-card = このサイトのカードの明細：{ $card }
site-steps = こちらもお試しください
site-contacts = 連絡先

## サイトに伝える

share-title = { $site } に伝える
share-unnamed-site = このページを表示しているサイト
share-look = 伝える内容を見る
share-fields = 伝える項目
share-day = 利用日
share-merchant = 明細の記載
share-amount = 金額
share-card = カード番号の末尾
share-verdict = 判定
share-exactly = { $day }の結果から、次の内容だけを伝えます。ボタンを押すまで、何も伝わりません。
share-send = この内容を { $site } に伝える
share-sent = { $site } に伝えました。

## 専用のページでは閉じる前にブラウザーが尋ねますが、ここでは尋ねません

faq-keep = 結果を残しておけますか？
    .answer = 「この端末に残す」を押すと、このブラウザーの中に残り、次に開いたときに続きから見られます。押さなければ、ページを閉じたときにすべて消えます。閉じる前に、ブラウザーが尋ねることはありません。ファイルとして持っておくには、「記録をまとめる」から記録ファイルを保存します。
