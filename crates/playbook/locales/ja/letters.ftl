### 文面と電話の台本。どれも送る前に読み直し、直せます。値は本文、.title は見出し、.about は使う場面、.subject は件名。
### $charges・$orders・$records は整えた一覧。分からないものは letter-blank が入ります。カード番号の全桁やパスワードは書きません。

letter-blank = ＿＿＿
letter-name = { $name ->
        [none] { letter-blank }
       *[known] { $name }
    }
letter-contact = { $contact ->
        [none] { letter-blank }
       *[known] { $contact }
    }
letter-issuer = { $issuer ->
        [none] { letter-blank }
       *[known] { $issuer }
    }
letter-signature = { $name ->
        [none] お名前：{ letter-blank }
       *[known] { $name }
    }
letter-own-contact = { $contact ->
        [none] 連絡先：{ letter-blank }
       *[known] { $contact }
    }
letter-to-issuer = { $issuer ->
        [none] カード会社：{ letter-blank }
       *[known] { $issuer }
    }

letter-where = { $paid ->
        [debit] デビットカードの利用
        [prepaid] プリペイドカードの利用
        [phone-bill] 携帯電話料金とまとめた支払い
        [pay-later] 後払いの請求
        [gift-balance] ギフトカード残高の利用
        [app-store] アプリストアでの購入
       *[card] カードの請求
    }
letter-balance = { $paid ->
        [gift-balance] {"\u000A"}解決するまで、ギフトカードの残りの残高を使えないようにしてください。
       *[other] {""}
    }

## 申し出の種類

dispute-unauthorised = { $family ->
        [asked] 私にも家族にも、身に覚えのない請求です。
       *[not-asked] 私には、身に覚えのない請求です。
    }{ $traced ->
        [look-alike] 明細の名前はAmazonに似ていますが、Amazonのものか分かりません。
       *[other] {""}
    }
    .short = 身に覚えがない
    .checked = { $traced ->
            [order] 私のAmazonの注文データに、この請求に該当する注文があります。私が注文したものではありません。
            [none] カードの明細とAmazonの注文データを見比べましたが、当たる注文はありません。
            [amazon-pay] 明細では、Amazon Payの支払いとして載っています。Amazonの注文データには入らない支払いです。
            [other-shop] カードの明細で見つけました。Amazonの請求ではありません。
            [look-alike] カードの明細で見つけました。どのお店かは分かりません。
            [uncovered] カードの明細で見つけました。この日の注文データは、まだ手元にありません。
           *[some] カードの明細とAmazonの注文データを見比べて、確かめました。
        }
    .ask = { $traced ->
            [order] この注文が、だれの操作によるものかを調べ、取り消してください。発送前であれば、発送を止めてください。
            [amazon-pay] この支払いが、どのアカウントから、どのお店へのものかを調べてください。私の利用でなければ取り消してください。別のアカウントのものであれば、そのことだけでもお知らせください。
            [look-alike] この請求が、そもそもAmazonのものかどうかを教えてください。Amazonのものでなければ、そのことを書面（メール）でお知らせください。
           *[other] この請求が、どのアカウントのどの注文のものかを調べ、私の注文でなければ取り消してください。別のアカウントの請求であれば、そのことだけでもお知らせください。
        }
    .ask-issuer = { $traced ->
            [look-alike] お店の正式な名前と連絡先を教えてください。私の利用でなければ、請求を取り消してください。
           *[other] お店に照会して調べ、私の利用でなければ、請求を取り消してください。
        }
dispute-charged-twice = 1回分の買い物に対して、請求が2回あります。
    .short = 二重の請求
    .checked = { $traced ->
            [other-shop] カードの明細に、同じ日・同じ金額の請求が並んでいます。
            [look-alike] カードの明細に、同じ日・同じ金額の請求が並んでいます。
           *[amazon] Amazonの注文データでは、注文は1回分です。
        }
    .ask = 請求の状況を調べ、重なっている分を取り消してください。
    .ask-issuer = 二重に処理されていないかを調べ、重なっている分を取り消してください。
dispute-cancelled = 注文はキャンセルされていますが、請求が取り消されていません。
    .short = キャンセルした
    .checked = Amazonの注文データでは、キャンセルになっています。
    .ask = キャンセルの記録を確かめ、請求を取り消してください。
    .ask-issuer = お店から取り消しが届いているかを調べ、届いていなければ、取れる手続きを教えてください。
dispute-refund-not-received = 返金されることになっていますが、お金が戻っていません。
    .short = 返金が来ない
    .checked = 返金されたことは、カードの明細では確かめられません。
    .ask = 返金の日付・金額・返金先を調べ、まだであれば返金してください。
    .ask-issuer = お店から返金が届いているかを調べ、届いていなければ、取れる手続きを教えてください。
dispute-wrong-amount = 注文したときの金額と、請求された金額が違います。
    .short = 金額が違う
    .checked = Amazonの注文データとカードの明細の金額を、見比べました。
    .ask = 請求の内訳を教えてください。誤りであれば、正しい金額に直してください。
    .ask-issuer = 請求の内訳をお店に照会し、誤りであれば、正しい金額に直してください。
dispute-recurring-after-cancelling = 解約したあとに、定期サービスの料金が請求されています。
    .short = 解約後の請求
    .checked = Amazonのデータにある解約の日と、請求の日を見比べました。
    .ask = 解約の記録を確かめ、解約後の請求を取り消してください。
    .ask-issuer = 解約後の請求を取り消し、今後の請求を止める方法を教えてください。

letter-what-happened = { $dispute ->
        [charged-twice] { dispute-charged-twice }
        [cancelled] { dispute-cancelled }
        [refund-not-received] { dispute-refund-not-received }
        [wrong-amount] { dispute-wrong-amount }
        [recurring-after-cancelling] { dispute-recurring-after-cancelling }
       *[unauthorised] { dispute-unauthorised }
    }
letter-what-was-checked = { $dispute ->
        [charged-twice] { dispute-charged-twice.checked }
        [cancelled] { dispute-cancelled.checked }
        [refund-not-received] { dispute-refund-not-received.checked }
        [wrong-amount] { dispute-wrong-amount.checked }
        [recurring-after-cancelling] { dispute-recurring-after-cancelling.checked }
       *[unauthorised] { dispute-unauthorised.checked }
    }
letter-what-is-asked = { $dispute ->
        [charged-twice] { dispute-charged-twice.ask }
        [cancelled] { dispute-cancelled.ask }
        [refund-not-received] { dispute-refund-not-received.ask }
        [wrong-amount] { dispute-wrong-amount.ask }
        [recurring-after-cancelling] { dispute-recurring-after-cancelling.ask }
       *[unauthorised] { dispute-unauthorised.ask }
    }
letter-what-is-asked-of-seller = { $dispute ->
        [unauthorised] 私の知らないうちに入った注文です。発送前であれば止めてください。発送済みであれば、発送の日と、取り消しの手続きを教えてください。
       *[other] { letter-what-is-asked }
    }
letter-what-is-asked-of-issuer = { $dispute ->
        [charged-twice] { dispute-charged-twice.ask-issuer }
        [cancelled] { dispute-cancelled.ask-issuer }
        [refund-not-received] { dispute-refund-not-received.ask-issuer }
        [wrong-amount] { dispute-wrong-amount.ask-issuer }
        [recurring-after-cancelling] { dispute-recurring-after-cancelling.ask-issuer }
       *[unauthorised] { dispute-unauthorised.ask-issuer }
    }

letter-records-held = { $traced ->
        [uncovered] 利用明細、画面の写し、やりとりの記録
        [look-alike] 利用明細、画面の写し、やりとりの記録
       *[compared] 利用明細、Amazonの注文データ、画面の写し、やりとりの記録
    }
letter-details = { $details ->
        [none] {""}
       *[some] {"\u000A"}{ $details }
    }
letter-account-signs = { $account ->
        [none] {""}
       *[some] {"\u000A"}アカウントにも、次の変化がありました。ほかに変わったところがないかも調べてください。{"\u000A"}{ $account }
    }

## Amazonへ

letter-amazon-message =
    お世話になっております。{ letter-where }について、ご確認をお願いします。

    【請求】
    { $charges }

    【関係する注文】
    { $orders }

    【状況】
    { letter-what-happened }{ letter-details }
    { letter-what-was-checked }{ letter-account-signs }

    【お願い】
    { letter-what-is-asked }{ letter-balance }
    回答は、記録に残る形（メールまたはメッセージ）でいただけると助かります。

    { letter-signature }
    { $today }
    .title = Amazonへのメッセージ
    .about = チャットやメールで送ります。事実と違うところは、直してから送ってください。「注文に関する問題」の「支払いと請求」に近い項目を選ぶのがふつうです。
    .subject = カードへの請求の確認のお願い
letter-amazon-phone =
    「{ letter-where }について確認したいことがあり、ご連絡しました。名前は{ letter-name }です。」

    「確認したいのは、次の請求です。」
    { $charges }

    「{ letter-what-happened }」{ letter-details }{ letter-account-signs }
    （注文番号を聞かれたら）
    { $orders }

    「{ letter-what-is-asked }」{ letter-balance }

    （終わりに）
    「ご担当の方のお名前と、この問い合わせの受付番号を教えてください。」
    「結果は、いつごろ、どのような形でいただけますか。」

    ※ 電話でも、パスワードや確認コードは伝えません。
    .title = Amazonへの電話の台本
    .about = 「電話をかけてもらう」を選んだときや、チャットの代わりに使います。
letter-amazon-escalation =
    { $today }

    以前お問い合わせした件について、回答では解決しなかったため、上位のご担当による確認をお願いします。

    【請求】
    { $charges }

    【関係する注文】
    { $orders }

    【これまでの経過】
    { $records }

    【解決していない点】
    { letter-what-happened }{ letter-details }

    【お願い】
    １．{ letter-what-is-asked }
    ２．調べた内容と結論の理由を、書面（メール）で教えてください。
    ３．回答の予定日を教えてください。

    解決が難しい場合は、カード会社と消費者の相談窓口に、この記録を添えて相談します。

    { letter-signature }
    .title = Amazonへの再度の申し出
    .about = 最初の回答で解決しなかったときに送ります。
    .subject = 【再度のお願い】カードへの請求について

## 出品者へ

letter-seller-message =
    { $seller } ご担当者様

    下記の注文について、ご確認をお願いします。

    【注文】
    { $orders }

    【請求】
    { $charges }

    【状況】
    { letter-what-happened }{ letter-details }

    【お願い】
    { letter-what-is-asked-of-seller }
    ご返信は、このAmazonのメッセージでお願いします。

    { letter-signature }
    { $today }
    .title = 出品者へのメッセージ
    .about = 注文の画面から、Amazonのメッセージで送ります。住所や電話番号を書き足す必要はありません。
    .subject = 注文の請求について

## カード会社へ

letter-issuer-phone =
    「利用明細に確認したい請求があり、お電話しました。カードの名義は{ letter-name }です。」
    （カードの番号は、本人確認として担当の方に求められた分だけを伝えます。裏面の番号に自分からかけた電話に限ります。）

    「確認したいのは、次の請求です。」
    { $charges }

    「{ letter-what-happened }」{ letter-details }
    「{ letter-what-was-checked }」
    { $contacted ->
        [none] 「Amazonには、{ letter-blank }に問い合わせました。」（まだのときは「Amazonには、これから問い合わせます。」）
       *[day] 「Amazonには、{ $contacted }に問い合わせました。」
    }

    （お願いすること）
    「{ letter-what-is-asked-of-issuer }」
    { $dispute ->
        [refund-not-received] 「お店から返金が届いているときは、その日付と、明細に載る時期を教えてください。」
       *[other] { $paid ->
            [debit] 「口座にお金が戻るのは、いつごろになりますか。」
            [prepaid] 「カードの残高にお金が戻るのは、いつごろになりますか。」
           *[card] 「調査のあいだ、この請求の引き落としを保留できますか。」
        }
    }
    「必要な書類と、調査にかかる期間を教えてください。」
    「届け出の期限と、補償の条件を教えてください。」
    { $dispute ->
        [unauthorised] 「番号が知られている心配があります。カードの停止と再発行が必要かどうか、教えてください。」
       *[other] 「お店との話し合いで解決しない場合に、取れる手続きを教えてください。」
    }

    （終わりに）
    「ご担当の方のお名前と、受付番号を教えてください。」
    .title = カード会社への電話の台本
    .about = カードの裏面にある番号に、自分からかけます。
letter-issuer-letter =
    { $today }

    { letter-issuer } 御中

    氏名　　　　　　{ letter-name }
    カードの下４桁　{ $card }

    利用明細に記載された下記の請求について、調査をお願いいたします。

    【請求】
    { $charges }
    合計　{ $amount }

    【申し出の理由】
    { letter-what-happened }{ letter-details }

    【これまでにしたこと】
    { $records }

    【お願い】
    １．{ letter-what-is-asked-of-issuer }
    ２．調査のあいだ、該当する請求の引き落としを保留できるかどうかを、お知らせください。
    ３．調査の結果とその理由を、書面でお知らせください。

    【添付】
    { $dispute ->
        [unauthorised] 利用明細の写し
       *[other] 利用明細の写し、注文・キャンセル・返金の画面の写し
    }

    連絡先　{ letter-contact }
    .title = カード会社への書面
    .about = 電話のあと、書面を求められたときに使います。カード番号は下4桁だけを書きます。
    .subject = 利用明細の請求に関する調査のお願い

## 法律ごとに、カード会社へ（英文）

letter-us-fcba =
    { $today }

    { letter-signature }
    { letter-own-contact }

    { letter-to-issuer }
    Attn: Billing Inquiries

    Re: Notice of a billing error, account ending in { $card }

    To whom it may concern:

    I am writing to dispute the following on my account:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] The statement is in error because one purchase was charged twice.
        [cancelled] The statement is in error because the order was cancelled.
        [refund-not-received] The statement is in error because a credit I was promised has not been posted.
        [wrong-amount] The statement is in error because the amount charged is not the one I agreed to.
        [recurring-after-cancelling] The statement is in error because I had cancelled the subscription before this charge.
       *[unauthorised] The statement is in error because neither I nor anyone I authorized made what is listed above.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please correct the error, credit any finance or other charges related to it, and send me an accurate statement.

    This is a written notice under the Fair Credit Billing Act and Regulation Z, 12 CFR 1026.13.

    Enclosed are copies (not originals) of the statement and of the records I have.

    Sincerely,

    { letter-signature }
    .title = 米国のカード会社への書面（FCBA）
    .about = 米国のカード向けの英文です。最初の明細の送付から60日以内に、「billing inquiries」の住所に届くように送ります。支払いの宛先とは違う住所です。
    .subject = Notice of a billing error
letter-us-reg-e =
    { $today }

    { letter-signature }
    { letter-own-contact }

    { letter-to-issuer }

    Re: Notice of an error, account ending in { $card }

    To whom it may concern:

    I am writing to report an error in my account:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] One purchase was taken from my account twice.
        [cancelled] The order was cancelled, and the money was not returned.
        [refund-not-received] A credit I was promised has not been posted.
        [wrong-amount] The amount taken is not the one I agreed to.
        [recurring-after-cancelling] I had cancelled the subscription before this was taken.
       *[unauthorised] Neither I nor anyone I authorized made what is listed above.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please investigate it and correct it. If you need more than 10 business days, please credit my account in the meantime, and tell me the result in writing.

    This is a notice of an error under the Electronic Fund Transfer Act and Regulation E, 12 CFR 1005.11.

    Sincerely,

    { letter-signature }
    .title = 米国の銀行への書面（デビットカード、Regulation E）
    .about = まず電話で伝えます。書面は、何をいつ伝えたかの記録になります。デビットカードと銀行口座のための文面です。クレジットカードには別の文面があります。
    .subject = Notice of an error
letter-uk-note =
    { $today }

    { letter-to-issuer }

    Card ending in { $card }

    Dear Sir or Madam,

    Please look into the following:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] One purchase was charged twice. Please return the second payment.
        [cancelled] The order was cancelled, but the payment was not returned. If I paid by credit card and the item’s cash price was over £100 and not more than £30,000, please also treat this as a claim under section 75 of the Consumer Credit Act 1974.
        [refund-not-received] A refund I was promised has not come. If I paid by credit card and the item’s cash price was over £100 and not more than £30,000, please also treat this as a claim under section 75 of the Consumer Credit Act 1974.
        [wrong-amount] The amount taken is not the one I agreed to. Please return the difference.
        [recurring-after-cancelling] I had cancelled the subscription before this payment. Please return it and stop further ones.
       *[unauthorised] I did not authorise this, and neither did anyone I know of. If it was a payment from an account or a debit card, please refund it as regulation 76 of the Payment Services Regulations 2017 provides: no later than the end of the business day after you became aware of it.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please confirm in writing what you decide and why.

    Yours faithfully,

    { letter-signature }
    { letter-own-contact }
    .title = 英国のカード会社への書面
    .about = 英国のカード向けの英文です。身に覚えのない請求と、お店との約束違いとでは、根拠になる法律が違います。
    .subject = Disputed payment
letter-eu-note =
    { $today }

    { letter-to-issuer }

    Card ending in { $card }

    Dear Sir or Madam,

    I hereby notify you of the following:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] One purchase was charged twice. Please return the second payment.
        [cancelled] The order was cancelled, but the payment was not returned. Please tell me how you can help me to get it back.
        [refund-not-received] A refund I was promised has not come. Please tell me how you can help me to get it.
        [wrong-amount] The amount taken is not the one I agreed to. Please return the difference.
        [recurring-after-cancelling] I had cancelled the subscription before this payment. Please return it and stop further ones.
       *[unauthorised] I did not authorise this payment. I give this notice without undue delay as article 71 of Directive (EU) 2015/2366 asks, and request the refund that its article 73 provides: at once, and no later than the end of the following business day.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please confirm in writing what you decide and why.

    Yours faithfully,

    { letter-signature }
    { letter-own-contact }
    .title = EUのカード会社への書面
    .about = EUのカード向けの英文です。気づいたら速やかに、遅くとも引き落としから13か月以内に送ります。
    .subject = Notice of a disputed payment

letter-issuer-note =
    { $today }

    { letter-to-issuer }

    Card ending in { $card }

    Dear Sir or Madam,

    Please look into the following:

    { $charges }
    Total: { $amount }

    { $dispute ->
        [charged-twice] One purchase was charged twice. Please return the second payment.
        [cancelled] The order was cancelled, but the payment was not returned. Please tell me how you can help me to get it back.
        [refund-not-received] A refund I was promised has not come. Please tell me how you can help me to get it.
        [wrong-amount] The amount taken is not the one I agreed to. Please return the difference.
        [recurring-after-cancelling] I had cancelled the subscription before this payment. Please return it and stop further ones.
       *[unauthorised] I did not authorise this, and neither did anyone I know of. Please stop further use of the card, investigate, and return the amount.{ $traced ->
            [look-alike] {" "}The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.
           *[other] {""}
        }
    }{ letter-details }

    Please confirm in writing that you have this letter, what you decide and why, and whom I can turn to if I do not agree.

    Yours faithfully,

    { letter-signature }
    { letter-own-contact }
    .title = カード会社への書面（英文）
    .about = 電話のあと、書面を求められたときに使います。カード番号は下4桁だけを書きます。
    .subject = Disputed charge

## 支払いを預かるほかの会社へ

letter-carrier-phone =
    「携帯電話料金とまとめた支払いについて、確認したいことがあり、お電話しました。名前は{ letter-name }です。」

    「確認したいのは、次の支払いです。」
    { $charges }
    （合計　{ $amount }）

    「{ letter-what-happened }」{ letter-details }
    「{ letter-what-was-checked }」

    （お願いすること）
    「どのお店の、どのアカウントでの支払いかを調べ、請求から外せるかどうかを教えてください。」
    「解決するまで、まとめて支払いを使えないようにしてください。」
    「返金の条件と、申し出の期限を教えてください。」

    （終わりに）
    「ご担当の方のお名前と、受付番号を教えてください。」
    .title = 携帯電話会社への電話の台本
    .about = 携帯電話料金とまとめて払った分に使います。請求書か会員ページにある窓口にかけます。
letter-pay-later-message =
    お世話になっております。次の請求について、ご確認をお願いします。

    【請求】
    { $charges }
    合計　{ $amount }

    【状況】
    { letter-what-happened }{ letter-details }
    { letter-what-was-checked }

    【お願い】
    １．{ letter-what-is-asked-of-issuer }
    ２．調査のあいだ、この請求の支払いを保留し、遅延の手数料がかからないようにしてください。
    ３．調査の結果を、書面（メール）でお知らせください。

    { letter-signature }
    { letter-own-contact }
    { $today }
    .title = 後払いの会社へのメッセージ
    .about = アプリか公式サイトの問い合わせ先から送ります。支払期限の前に送るのが安心です。
    .subject = 請求の確認のお願い
letter-app-store-message =
    お世話になっております。次の購入について、ご確認をお願いします。

    【購入】
    { $charges }
    合計　{ $amount }

    【状況】
    { letter-what-happened }{ letter-details }
    { letter-what-was-checked }

    【お願い】
    どのアカウントの、どのアプリでの購入かを教えてください。私や家族の購入でなければ、返金をお願いします。

    { letter-signature }
    { letter-own-contact }
    { $today }
    .title = AppleまたはGoogleへのメッセージ
    .about = AppleやGoogleが返金の申し出を受け付けるページで使います。
    .subject = 購入の確認のお願い

## 相談用のまとめ

letter-police-summary =
    相談用のまとめ　{ $today }

    １．相談する人
    { letter-signature }
    { letter-own-contact }

    ２．何があったか
    { letter-what-happened }{ letter-details }

    ３．いつ・どこに・いくら
    { $charges }
    合計　{ $amount }

    ４．どのように気づいたか
    { $traced ->
        [amazon-pay] カードの利用明細を見て気づきました。
        [other-shop] カードの利用明細を見て気づきました。
        [look-alike] カードの利用明細を見て気づきました。
        [uncovered] カードの利用明細を見て気づきました。
       *[compared] カードの利用明細と、Amazonの注文データを突き合わせて気づきました。
    }
    気づいた日　{ $noticed }

    ５．アカウントに起きたこと（端末・ログイン・届け先）
    { $signs }

    ６．これまでにしたこと
    { $records }

    ７．手元にある記録
    { letter-records-held }
    .title = 警察への相談用のまとめ
    .about = 印刷するか画面で見せます。だれが・いつ・何を・どのように、の順に並べています。
letter-consumer-summary =
    相談用のまとめ　{ $today }

    １．相談する人
    { letter-signature }
    { letter-own-contact }

    ２．相手
    { $traced ->
        [other-shop] 請求の名前にあるお店
        [look-alike] 請求の名前にあるお店
       *[amazon] Amazon　注文番号など
    }
    { $orders }
    カード会社　{ letter-issuer }

    ３．何があったか
    { letter-what-happened }{ letter-details }
    { $charges }
    合計　{ $amount }

    ４．これまでのやりとり
    { $records }

    ５．望んでいる解決
    { $traced ->
        [look-alike] { letter-what-is-asked-of-issuer }
       *[amazon] { letter-what-is-asked }
    }

    ６．手元にある記録
    { letter-records-held }
    .title = 消費生活の相談窓口用のまとめ
    .about = 消費生活センターなどに相談するときに、手元に置いて話します。
