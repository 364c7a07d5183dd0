### 見つかったこと。値は内容、.title は見出し、.why は理由と留保、.next は次にすること。
### 金額と日付は整えた文字列、$count と $days は数。ない値は none で渡されます。

## 文の部品

part-order = { $orderId ->
        [none] {""}
       *[other] （注文番号 { $orderId }）
    }
part-item = { $item ->
        [none] この商品
       *[other] 「{ $item }」
    }
part-plan = { $plan ->
        [none] { $service ->
            [none] 定期サービス
           *[other] { $service }
        }
       *[other] { $plan }
    }
part-card = { $card ->
        [none] このカード
       *[other] 番号に{ $card }のあるカード
    }
part-device = { $device ->
        [none] 端末
       *[other] 端末「{ $device }」
    }
part-file = { $file ->
        [none] ファイル
       *[other] 「{ $file }」
    }
part-mail = { $subject ->
        [none] メール
       *[other] メール「{ $subject }」
    }
part-merchant = { $merchant ->
        [none] このお店
       *[other] 「{ $merchant }」
    }
part-date = { $date ->
        [none] {""}
       *[other] { $date }の
    }
part-amount = { $amount ->
        [none] この請求
       *[other] { $amount }の請求
    }
part-count = { $count ->
        [none] 複数
       *[other] { $count }件
    }

## 説明のつかない請求

finding-no-order = { part-date }{ part-amount }に該当する注文が、お手元の注文データに見つかりません。
    .title = 注文が見つからない請求
    .why = { $count ->
        [none] {""}
       *[other] { $from }から{ $to }までの注文{ $count }件と照らし合わせました。
    }この日を含む注文データがあれば、ふつうの注文なら見つかるはずです。家族の別アカウント、履歴に出ない注文、注文データに入らないサービスという可能性は残っています。
    .next = まず家族に聞き、Amazonの画面でも注文を確かめてください。心当たりがなければ、きょうのうちにAmazonとカード会社に連絡します。
finding-small-then-large = { part-merchant }で、少額の請求のすぐあとに、大きな請求が{ $count ->
        [none] {""}
       *[other] { $count }件
    }続いています。
    .title = 少額のあとに高額の請求
    .why = 他人のカードの番号を少額で試してから、大きく使う手口があります。定期サービスの登録確認など、問題のない場合もあります。
    .next = 家族に心当たりがないかを聞き、なければ、きょうのうちにカード会社に連絡して番号を変えてもらいます。
finding-gift-card-burst = { $date ->
        [none] {""}
       *[other] { $date }ごろ、
    }短い間に{ $days ->
        [none] ギフトカードが
       *[other] ギフトカードの額面のような、注文の見つからない請求が
    }{ $count ->
        [none] 続けて
       *[other] { $count }回
    }{ $days ->
        [none] 購入されています。
       *[other] あります。
    }
    .title = ギフトカードの連続購入
    .why = ギフトカードは換金しやすいため、アカウントに入り込んだ人がまとめて買うことがあります。贈り物としてご自身や家族が買ったのなら、問題はありません。
    .next = 心当たりがなければ、いますぐパスワードを変え、2段階認証を有効にして、Amazonとカード会社に連絡します。
finding-look-alike-merchant = { part-merchant }は、Amazonに似せた別の名前です。
    .title = Amazonに似た名前の請求
    .why = 見分けにくい別の文字が使われているか、Amazonのものではないアドレスが付いています。
    .next = 家族に聞き、心当たりがなければ、カード会社に正式な店名と連絡先を聞いてください。
finding-new-device-spend = { part-date }{ part-amount }は、見慣れない{ part-device }やログイン、届け先が登録された直後の請求で、{ $orderId ->
        [none] 当たる注文が見つかりません。
       *[other] 当たる注文{ part-order }は、初めての届け先に送られています。
    }
    .title = 新しい端末の直後の請求
    .why = 新しい端末のあとに説明のつかない請求や初めての届け先への注文が続くのは、アカウントに他人が入ったときに見られる並びです。買い替えた端末や家族の端末かもしれません。
    .next = ご自身や家族の端末でなければ、いますぐパスワードを変え、2段階認証を有効にします。

## 約束と違う請求

finding-charged-twice = { $oldAmount ->
        [none] 1回分の注文{ part-order }に、{ part-amount }が{ $count ->
            [none] 2回
           *[other] { $count }回
        }あります。
       *[other] { $oldAmount }の注文{ part-order }は請求済みですが、同じ注文に{ part-amount }がもう一度あります。
    }
    .title = 二重の請求
    .why = 注文データでは1回分の支払いのはずです。片方が仮の請求で、数日から2週間ほどで消えることもあります。
    .next = キャンセル履歴と最新の明細を確かめ、両方とも確定していれば、Amazonに1件の取り消しを頼みます。
finding-cancelled-but-charged = キャンセルされた注文{ part-order }の{ part-amount }が残っています。{ $until ->
        [none] 取り消しは見当たりません。
       *[other] ふつうは{ $until }ごろまでに取り消されますが、見当たりません。
    }
    .title = キャンセルしたのに請求
    .why = キャンセルすると、請求は行われないか、あとから取り消されるのがふつうです。ギフト残高など、別の方法で戻っていることもあります。
    .next = 注文の画面でキャンセルの日と返金先を確かめ、戻っていなければAmazonに返金を頼みます。
finding-charged-after-cancelling = { $until ->
        [none] 解約した
       *[other] { $until }に終わった
    }はずの{ part-plan }について、{ part-date }{ part-amount }があります。
    .title = 解約したあとの請求
    .why = 記録では、このサービスは請求の前に終わっています。解約の手続きが最後まで済んでいなかったり、同じサービスに別に登録していたりすることもあります。
    .next = 定期サービスの画面で状態と解約日を確かめ、終わっていればAmazonに返金を頼みます。
finding-refund-missing = { $date ->
        [none] {""}
       *[other] { $date }付の
    }返金{ $amount ->
        [none] {""}
       *[other] { $amount }
    }{ part-order }が、{ $days ->
        [none] まだ
       *[other] { $days }日たっても
    }明細に見当たりません。
    .title = 返金が来ていない
    .why = 注文データには返金の記録がありますが、お手元の明細には出てきません。ギフト残高に戻っていることや、次の明細に出ることもあります。
    .next = 注文の画面で返金先と日付を確かめ、カードへの返金なのに来ていなければ、Amazonに連絡します。
finding-duplicate-row = { part-merchant }に、同じ日・同じ金額の請求が{ part-count }あります。
    .title = 同じ請求が並んでいます
    .why = 同じ日に2回使っただけかもしれませんが、二重に処理されたときにも、このように並びます。
    .next = 2回使ったかどうかをレシートや家族に確かめ、覚えがなければお店かカード会社に聞いてください。

## ご本人に確かめたいこと

finding-family-card = { $holder ->
        [none] 家族カード
       *[other] { $holder }のカード
    }で、{ part-date }{ part-amount }があります。
    .title = 家族カードの利用
    .why = 家族が自分のアカウントで注文したものは、お手元の注文データには入りません。
    .next = カードを持っている家族に、日付と金額を伝えて聞いてください。家族の注文データがあれば、一緒に読み込めます。
finding-shared-account = { part-date }{ part-amount }に当たる{ $item ->
        [none] 注文
       *[other] 「{ $item }」の注文
    }{ part-order }はありますが、{ $address ->
        [none] 届け先や受け取る人がいつもと違います。
       *[other] 届け先が「{ $address }」で、いつもと違います。
    }
    .title = いつもと違う届け先の注文
    .why = 贈り物や、家族が同じアカウントで買ったものなら、自然なことです。
    .next = その届け先に心当たりがあるか、家族が注文していないかを確かめてください。
finding-repeat-purchase = { part-item }が、近い日に2回注文されています{ $amount ->
        [none] {""}
       *[other] （{ $amount }の請求）
    }。
    .title = 同じ物を2回注文
    .why = 注文も2件あるので、請求そのものは注文どおりです。まとめて買ったのか、うっかり2回注文したのかは、ファイルからは分かりません。
    .next = 2つ必要だったかを思い出してください。うっかりなら、返品やキャンセルができるかを注文の画面で確かめます。
finding-ambiguous = { $together ->
        [none] { part-date }{ part-amount }に当てはまる注文が、{ part-count }あります。
       *[other] { $together }件の注文を合わせると、{ part-date }{ part-amount }とちょうど同じ金額になります。
    }
    .title = どの注文かを決められません
    .why = { $together ->
            [none] { $count ->
                [1] 請求の日付が分からないので、金額だけが合っています。
               *[other] 金額も日付も同じように合う注文が並んでいて、ファイルだけでは区別できません。どれであっても、あなたの注文の請求です。
            }
           *[other] その日の前後には注文がたくさんあり、いくつかを足した金額が偶然に合うこともあります。
        }
    .next = 気になるときは、注文の詳細で支払いの日付とカードを見比べてください。
finding-amount-differs = { part-date }{ part-amount }は、{ $item ->
        [none] ある注文
       *[other] 「{ $item }」の注文
    }{ part-order }とよく合いますが、金額が違います{ $oldAmount ->
        [none] {""}
       *[other] （注文では{ $oldAmount }）
    }。
    .title = 金額が違う注文
    .why = ポイントやクーポン、送料、為替、一部のキャンセルで金額が変わることがあります。発送の途中の注文なら、一部だけの請求かもしれません。
    .next = 注文の詳細を開き、実際に請求された金額と、その内訳を確かめてください。
finding-instalment = { part-date }{ part-amount }は、{ $item ->
        [none] ある注文
       *[other] 「{ $item }」の注文
    }{ part-order }{ $oldAmount ->
        [none] {""}
       *[other] （全部で{ $oldAmount }）
    }を、月ごとに分けて払ったうちの1回分かもしれません。
    .title = 月ごとの分割払い
    .why = 注文の金額を等分した額で、日付も合っています。ただ、分割で払ったかどうかは注文データには書かれていません。
    .next = 注文の詳細を開き、残りの支払いの予定が出ているかを見てください。
finding-trial-ended = { part-plan }の無料体験が終わったようです。{ part-date }{ part-amount }が、最初の料金です。
    .title = 無料体験が有料に変わりました
    .why = 無料体験は、やめる手続きをしないと自動で有料になります。
    .next = 続けるかどうかを決め、使わないなら次の更新日の前に解約します。
finding-price-changed = { part-plan }の料金が{ $oldAmount ->
        [none] {""}
       *[other] { $oldAmount }から
    }{ $newAmount ->
        [none] 変わっています
       *[other] { $newAmount }に変わっています
    }。
    .title = 定期サービスの料金の変更
    .why = 料金の改定やプランの変更、割引期間の終わりで、金額が変わることがあります。
    .next = 定期サービスの画面で、いまのプランと料金を確かめてください。
finding-amazon-pay = { part-date }{ part-amount }は、Amazon Payを使ってほかのお店で払ったものです{ $merchant ->
        [none] {""}
       *[other] （{ $merchant }）
    }。
    .title = ほかのお店でのAmazon Pay
    .why = Amazon Payの支払いは、Amazonの注文履歴には出てきません。
    .next = そのお店で買った覚えがあるかを家族も含めて確かめ、Amazon Payにログインして取引の履歴を見てください。お店が分かれば、そのお店に直接聞くのが早道です。
finding-subscription-unproven = { part-date }{ part-amount }は、{ part-plan }の料金のように見えます。
    .title = 定期サービスらしい請求
    .why = 名前や金額、間隔は合いますが、登録の記録がファイルにありません。同じ金額の別のサービスということもあります。
    .next = 家族も含めて登録があるかを、定期サービスの画面で確かめてください。
finding-could-be-plan = { part-date }{ part-amount }は、{ $plans ->
        [none] { part-plan }の料金
       *[other] { $plans }の料金と同じ金額
    }です。
    .title = 定期サービスの料金かもしれません
    .why = その日の料金表と金額が同じです。同じ金額の買い物ということもあるので、これだけでは決められません。
    .next = 「メンバーシップと購読」の画面で、登録があるか、更新日が請求の日と合うかを見てください。家族のアカウントも見ます。
finding-small-check = { part-date }{ part-amount }は、とても小さな金額です。
    .title = 少額の請求
    .why = カードが使えるかを確かめるための少額の請求は、あとで取り消されるのが普通です。一方で、盗んだ番号を試すために使われることもあります。
    .next = Amazonの「取引」で見当たらないときは、カードを一時停止し、続く請求がないかを見てください。
finding-recurs-monthly = 同じ金額の請求が、ひと月おきに{ part-count }続いています{ $amount ->
        [none] {""}
       *[other] （{ $amount }）
    }。
    .title = 毎月同じ金額の請求
    .why = 毎月同じ金額なら、自動で更新される定期サービスや定期便のことが多くあります。
    .next = 「メンバーシップと購読」と定期おトク便の画面で、登録を確かめてください。
finding-other-service = { part-date }{ part-amount }は、注文履歴には出てこないAmazonのサービスの料金です{ $merchant ->
        [none] {""}
       *[other] （{ $merchant }）
    }。
    .title = 注文履歴に出てこないAmazonのサービス
    .why = 仕事やウェブサイトで使うサービス、配達の心づけ、Amazonの実店舗での買い物などは、Amazonの注文履歴に出てきません。
    .next = 自分や家族、勤め先が使っているかを確かめ、使っていなければ、そのサービスの窓口に聞いてください。
finding-unknown-amazon-name = { part-date }{ part-amount }は、Amazonのような名前ですが、こちらでは知られていない表記です{ $merchant ->
        [none] {""}
       *[other] （{ $merchant }）
    }。
    .title = Amazonのような、知られていない表記
    .why = Amazonの新しいサービスや珍しいサービスか、その名前のお店かもしれません。名前だけでは、悪いものとは言えません。
    .next = 家族に聞き、Amazonの注文履歴で同じ金額を探してください。誰も知らなければ、カード会社にお店の正式な名前を聞いてください。
finding-pending = { part-date }{ part-amount }は、{ $until ->
        [none] まだ確定していません。
       *[other] キャンセルされた注文{ part-order }の分です。ふつうは{ $until }ごろまでに、消えるか返金されます。
    }
    .title = { $until ->
        [none] 未確定の請求
       *[other] キャンセル後の取り消し待ち
    }
    .why = { $until ->
        [none] 注文したときの仮の金額で、発送されると変わったり、消えたりすることがあります。
       *[other] キャンセルしても、請求が取り消されるまでに日数がかかります。それまでは、本当に請求されたとはまだ言えません。
    }
    .next = { $until ->
        [none] 確定した明細が出たら、もう一度読み込んでください。
       *[other] { $until }より後まで載った明細を読み込んでください。まだ残っていれば、Amazonに返金を頼みます。
    }

## アカウントに起きたこと

finding-new-device = { $date ->
        [none] {""}
       *[other] { $date }に、
    }{ part-device }が新しく登録されています。
    .title = 新しい端末
    .why = 買い替えた端末や家族の端末なら問題ありません。だれのものか分からないときは、他人がログインしたおそれがあります。
    .next = ご自身か家族の端末かを確かめ、違うときは、いますぐパスワードを変えて2段階認証を有効にします。
finding-new-sign-in = { $date ->
        [none] {""}
       *[other] { $date }に、
    }これまでになかったログインの記録があります{ $device ->
        [none] {""}
       *[other] （{ $device }）
    }。
    .title = いつもと違うログイン
    .why = 旅行先や新しい回線、ブラウザーの更新でも、いつもと違うと記録されます。
    .next = その日にご自身や家族がログインしたかを思い出してください。
finding-new-address = { $address ->
        [none] 届け先
       *[other] 届け先「{ $address }」
    }が、{ $date ->
        [none] 新しく
       *[other] { $date }に
    }加わっています。
    .title = 新しい届け先
    .why = 贈り物や引っ越しなら自然です。知らない届け先は、他人が荷物を受け取るために加えることがあります。
    .next = 家族も含めて心当たりがあるかを確かめ、なければ、いますぐパスワードを変えて2段階認証を有効にします。
finding-card-added = { $date ->
        [none] {""}
       *[other] { $date }に、
    }{ part-card }が、アカウントの支払い方法に加わっています。
    .title = 新しい支払い方法
    .why = カードの更新や再発行でも、新しく加わったように記録されます。
    .next = ご自身や家族のカードかを、お支払い方法の画面で確かめてください。

## 知っておくとよいこと

finding-explained-refund = { $date ->
        [none] {""}
       *[other] { $date }に
    }{ $amount ->
        [none] 返金
       *[other] { $amount }の返金
    }がありました{ part-order }。
    .title = 返金がありました
    .why = 注文データの返金の記録と、金額も時期も合っています。
    .next = 何もする必要はありません。
finding-charge-reversed = { part-date }{ part-amount }は、同じ金額の取り消しで打ち消されています。
    .title = 請求と取り消し
    .why = 注文の変更や支払いのやり直しで、請求と取り消しが組で現れることがあります。
    .next = 差し引きはゼロなので、何もする必要はありません。
finding-trial-started = { part-plan }の無料体験が始まっています。{ $until ->
        [none] 終わると有料になります。
       *[other] { $until }を過ぎると有料になります。
    }
    .title = 無料体験が始まっています
    .why = 無料体験は、やめる手続きをしないと自動で有料になります。
    .next = 続けないときは、有料になる前に解約してください。
finding-renewal-coming = { part-plan }が、{ $date ->
        [none] まもなく
       *[other] { $date }ごろに
    }{ $amount ->
        [none] {""}
       *[other] { $amount }で
    }更新される見込みです。
    .title = 次の更新
    .why = これまでの請求の間隔から見積もった日で、前後することがあります。
    .next = 使っていなければ、その日より前に解約してください。
finding-marketplace-seller = この注文{ part-order }は、{ $seller ->
        [none] Amazon以外の出品者
       *[other] 出品者「{ $seller }」
    }の商品です。
    .title = 出品者の商品
    .why = 発送や返金は出品者が行うことがあり、日付や金額が通常の注文とずれることがあります。
    .next = 困ったことがあるときは、注文の画面から出品者に連絡できます。

## ファイルに入っていないもの

finding-orders-end-early = { $file ->
        [none] 注文データ
       *[other] { part-file }の注文データ
    }は{ $until ->
        [none] 明細の最後の日より前
       *[other] { $until }
    }で終わっています。それよりあとの{ part-count }の請求は、まだ判断できません。
    .title = 注文データが途中で終わっています
    .why = 注文データを取り寄せたあとの注文は、ファイルに入っていません。
    .next = 新しい注文データを取り寄せて、読み込んでください。
finding-orders-start-late = 注文データは{ $from ->
        [none] 明細の最初の日よりあと
       *[other] { $from }
    }から始まっています。それより前の{ part-count }の請求は、まだ判断できません。
    .title = 注文データが途中から始まっています
    .why = 期間を区切って保存したファイルには、それより前の注文が入っていません。
    .next = 全期間の注文データを取り寄せて、読み込んでください。
finding-no-order-file = Amazonの注文データがまだありません。{ $count ->
        [none] Amazonの請求
       *[other] Amazonの請求{ $count }件
    }は、明細だけでは判断できません。
    .title = 注文データがありません
    .why = 明細には金額と日付しかなく、何を買ったかは注文データと突き合わせて初めて分かります。
    .next = 家族に聞き、定期サービスの登録と、Amazonの「取引」の画面を見てください。数が多いときは、注文データを取り寄せて読み込むとまとめて確かめられます。
finding-no-digital-file = { $file ->
        [none] {""}
       *[other] { part-file }に、
    }デジタル注文のデータがありません。{ $count ->
        [none] デジタルの請求
       *[other] デジタルの請求{ $count }件
    }は、まだ判断できません。
    .title = デジタル注文のデータがありません
    .why = 電子書籍・動画・アプリの注文は、ふつうの注文とは別のファイルに入っています。
    .next = 注文データのZIPを、開かずにそのまま読み込んでください。なければ取り寄せ直します。
finding-region-not-exported = ほかの国のAmazonの注文データがありません。{ $count ->
        [none] その請求
       *[other] そこからの請求{ $count }件
    }は、まだ判断できません。
    .title = ほかの国の注文データがありません
    .why = Amazon.comなど、ほかの国のサイトで買った分は、Amazon.co.jpの注文データには入っていません。
    .next = そのサイトの注文データも取り寄せて、読み込んでください。
finding-order-not-in-files = { $orderId ->
        [none] ほかのファイルに出てくる注文
       *[other] 注文番号{ $orderId }
    }が、お手元の注文データに入っていません。{ $count ->
        [none] その請求
       *[other] その請求{ $count }件
    }は、まだ判断できません。
    .title = 注文データにない注文
    .why = 非表示にした注文か、家族などほかのアカウントの注文かもしれません。
    .next = 家族に聞き、非表示にした注文を確かめて、そのアカウントの注文データも読み込んでください。だれの注文でもなければ、Amazonに問い合わせます。
finding-card-without-orders = { part-card }で払った注文が、お手元の注文データに1件もありません{ $count ->
        [none] {""}
       *[other] （請求{ $count }件）
    }。
    .title = 注文データにないカード
    .why = 家族の別のアカウントや、仕事用・海外のアカウントで使っているカードかもしれません。
    .next = このカードを使うアカウントがほかにあるかを家族に聞き、あればその注文データも取り寄せてください。
finding-day-unknown = { part-amount }の日付が分からないため、注文データと突き合わせられません。
    .title = 日付が分かりません
    .why = 同じ金額の注文は見つかりません。日付が分かれば、もっと確かめられます。
    .next = カード会社のアプリや通知で日付を調べて入れ直すか、Amazonの「取引」で同じ金額を探してください。
finding-statement-missing = { $from ->
        [none] 一部の期間
       *[other] { $from }から{ $to ->
            [none] あと
           *[other] { $to }まで
        }
    }の明細が抜けています。
    .title = 明細が抜けています
    .why = この期間に返金や取り消しがあったかどうかが分かりません。
    .next = カード会社のサイトから、その月の明細を保存して読み込んでください。
finding-mail-entered = { part-mail }から開いた先で、入力したとのことでした。
    .title = メールの先で入力した
    .why = 入力した内容が、ほかの人に知られたかもしれません。早く手を打つほど、困ることが減ります。
    .next = パスワードを入力したなら、すぐに変えてください。同じものを使っているほかのサービスでも変えます。カード番号を入力したなら、カードの裏面にある番号へ、すぐに電話してください。
finding-mail-dangerous = { part-mail }には、危険な点があります。
    .title = 危険なメール
    .why = こうしたメールの先で入力したパスワードやカード番号は、ほかの人に使われるおそれがあります。
    .next = リンクも添付ファイルも開かないでください。もう何か入力してしまったときは、メールの画面で知らせてください。
finding-file-not-read = { part-file }を読めませんでした。
    .title = 読めないファイル
    .why = 結果には、このファイルの内容が入っていません。
    .next = ファイルごとの説明に、代わりに何を用意すればよいかを示しています。
finding-rows-not-read = { part-file }の{ $count ->
        [none] 一部の行
       *[other] { $count }行
    }を読み取れませんでした。
    .title = 読めない行があります
    .why = ほかの行は読み取っています。読めなかった行の金額は、合計に入っていません。
    .next = 行の番号と理由を見て、必要なら元の明細で確かめてください。
