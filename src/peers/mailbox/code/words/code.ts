/** The number is a code. */
export const CODE = String.raw`
en: *codes?=, *pass ?codes?=, pins?=, pin[- ]?(?:code|number), otp=, m?tan=, 2fa=, one[- ]?time (?:password|pin|pass), (?:verification|security|activation|authentication|access|login|confirmation) (?:number|digits|pin|key), temporary password, (?:verification|security|login|access) token
de: einmal(?:passwort|kennwort|pin|tan), bestatigungsnummer, sicherheitsnummer, prufziffer, pruefziffer
sv no da: *kod(?:e|en|er|erna|ene)?=, engangs(?:passord|adgangskode|losenord|kod), *pinkod, verifieringsnummer
is fo eu mt ga: chod=, *kodi=, *kodinn=, *kodann=, kodea=, kodici=
fi et: *kood(?:i|in|isi|inne|iksi|id)?=, tunnusluku, kertakayttoi\S+ salasana
fr: code, codes, mot de passe (?:a usage unique|temporaire|provisoire|unique)
es ca gl pt: *codigos?=, codi=, clave (?:de (?:verificacion|acceso|un solo uso)|dinamica|temporal|token), contrasena (?:temporal|de un solo uso), senha (?:temporaria|de uso unico|provisoria), palavra-passe (?:temporaria|de utilizacao unica)
it: codic[ei]=, password (?:temporanea|monouso|usa e getta)
ro: codul=, cod=, codului=, parola (?:temporara|unica)
nl af: *code=, eenmalig wachtwoord, *kode=
pl cs sk sl hr bs sr: *kod(?:u|em|om|a|zie)?=, haslo jednorazowe, jednorazove heslo, *koda=
hu: *kod(?:ja|od|ot|jat|odat|unk)?=, egyszer hasznalatos jelszo
lt lv: *kod(?:as|a|ą|o|s|u)=
sq mt: kodi=, *kodin=
tr az: kod(?!ak|iak|eks|ein|ecs), sifre(?:niz|si)?=, tek kullanimlik
id ms tl sw: kode=, kod=, sandi sekali pakai, msimbo
vi: ma (?:xac|otp|kich hoat|bao mat|cua ban|dang nhap|so|pin)
ru uk be bg mk sr: код(?!екс|иров|еин), пароль, парола, шифра=, лозинка
el: κωδικο, κωδικ, pin=
hy ka: կոդ, კოდი, კოდის
ar fa ur: رمز, كود, الرمز, الكود, کد, کُد, رمزك, کوڈ, کوڈ, رمز عبور, كلمة المرور لمرة
he yi: קוד, הקוד, קודך, סיסמה חד
hi bn pa gu or ta te kn ml mr ne si: कोड, ओटीपी, কোড, ਕੋਡ, કોડ, କୋଡ୍, குறியீடு, கோட், కోడ్, ಕೋಡ್, കോഡ്, ओटिपी, කේතය
th lo km my am: รหัส, ລະຫັດ, លេខកូដ, កូដ, ကုဒ်, ኮድ
ja: コード, 確認番号, 認証番号, 検証番号, 暗証番号, 承認番号, ワンタイムパスワード, 認証キー
zh: 验证码, 驗證碼, 校验码, 校驗碼, 动态码, 動態碼, 確認碼, 确认码, 激活码, 啟用碼, 口令, 動態密碼, 動態密码, 安全码, 安全碼, 识别码, 認證碼, 认证码, 动态密码, 一次性密码, 一次性密碼, 代码, 代碼
ko: 코드, 인증 ?번호, 확인 ?번호, 승인 ?번호, 보안 ?번호, 일회용 ?비밀번호
`;
