### Said where the widget is a part of the page around it. The words below the first stand in for the app's own, which promise more.

inline-notice = This works as a part of the page you are on ({ $site }). Whoever made the page can read what you put in here. Use it only if you would hand them your statements.

drop-hint = Card statements (CSV) and your Amazon order data (ZIP or CSV). As many as you like, all at once. They are read on this device, where this page can read them too
keep-text = Unless you choose this, everything is gone when you close this page. If you keep it, you can go on from the same place next time. It stays in this browser on this device, where programs of the site you are on can read it too.
seal-title = Who can read your files here
seal-text = Mioboe reads your files on this device and sends nothing. But it works as a part of the page you are on, so programs of that page can read what you put in, and could send it.
seal-more = Who can read along, and what you can do
seal-verify = What you can do
    .how =
        Look at the address of this page: is it the site of somebody you trust with your statements?
        If you are not sure, do not put in any files. Try the example, or ask them on the phone.
seal-limits = There is also a Mioboe that the page around it cannot look into. The site decides which of the two it shows.
faq-safe = Is anything from my files sent anywhere?
    .answer = Mioboe sends nothing. The page you are on can read along, though, and could send it: here, Mioboe is a part of that page.
