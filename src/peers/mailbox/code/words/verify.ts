/** The mail is about proving something. */
export const VERIFY = `
en: *verif, *confirm, *authent, activat, validat, sign[- ]?(?:in|up)=, log[- ]?in=, logging in, prove
de nl: *bestatig, *bestaetig, *bevestig, aktivier, *anmeld, freischalt, activeer, *inlog
sv no da is: bekraft, bekreft, aktiver, *inlogg, *innlogg, *stadfest, godkann
fi et lt lv: vahvist, todenn, kinnit, patvirtin, apstiprin, aktivoi
fr es pt it ro ca: conferm, autentic, autentif, ativa, activer, valider, validez, comprob, comprueb, autorizz
pl cs sk sl hr sr: potwierd, weryfik, overen, overit, potvr, preverit
hu tr sq: megerosit, igazol, ellenorz, dogrula, onay, konfirmo
vi id ms: xac (?:minh|nhan|thuc), sahkan, pengesahan
ru uk be bg mk sr: подтвер, провер, потвърд, потврд, підтвер, перевір, активац, авториз, пацвер
el: επαληθευ, επιβεβαι, ταυτοπο
ar fa ur: تحقق, تأكيد, تفعيل, تایید, تأیید, تصدیق
he: אימות, לאמת, אישור
hi bn th: सत्याप, पुष्टि, যাচাই, ยืนยัน
ja zh ko: 確認, 認証, 検証, 验证, 驗證, 确认, 激活, 인증, 확인
`;

/** The reader is asked to type the number. */
export const ENTER = `
en: enter=, entering=, type, input, key in, fill in, paste, use=, using=, submit, provide
de nl: geben sie, gib=, eingeben, eintippen, verwenden, voer=, typ=, gebruik, vul=
sv no da: ange=, skriv, mata in, anvand, tast, indtast, bruk=, brug=, oppgi
fi et lt lv: syota, kayta, sisesta, iveskite, ievadiet
fr es pt it ro ca: saisi, entre[rz], tapez, utilisez, ingres, introdu[cz], escrib, digit, utilice, use=, insira, inseri, immett, digiti, introdu, foloseste
pl cs sk sl hr hu tr: wpisz, wpisuj, podaj, zadej, zadajte, vnesite, unesite, adja meg, irja be, girin, giriniz, kullan
vi id ms: nhap, masukkan, gunakan
ru uk bg el: введ, вводи, укажите, въведете, введіть, εισαγ, πληκτρολογ
ar fa he: أدخل, إدخال, استخدم, وارد, הזן, הזינו, הקלד
hi th: दर्ज, กรอก, ป้อน
ja zh ko: 入力, 输入, 輸入, 填写, 입력
`;
