/** Rows of keys and of counting. A password that is a stretch of one of them is refused. */
export const KEY_RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qwertyuiop1234567890',
  '1234567890qwertyuiop',
  'abcdefghij0123456789',
  'abc123def456ghi789',
]

/**
 * What people start from when they must choose a password, in small letters and without the digits and signs that they
 * add in front and behind. From the lists of most used passwords that security authorities publish each year, and the
 * words of this service and its readers.
 */
export const COMMON_PASSWORD_STEMS: ReadonlySet<string> = new Set(
  `
  password passwords mypassword thepassword newpassword oldpassword passwordone passwordpassword passphrase passw pass
  welcome welcomehome welcomeback welcometo letmein letmeinnow letmeinplease trustnoone changeme changemenow
  pleasechangeme changethis temporary temppassword temp secret secrets topsecret mysecret access accessgranted open
  opensesame login logmein username user guest default test testing testtest tester example sample demo
  admin administrator adminadmin adminpassword root rootroot superuser supervisor manager master system systems server
  qwerty qwertyqwerty qwertyuiop qwertyui qwertz azerty azertyuiop asdf asdfgh asdfghjkl zxcvbnm qazwsx qazwsxedc
  abc abcabc abcd abcdef abcdefg
  iloveyou iloveyouall iloveme loveyou lovelove loveme ilovemyself ilovemum ilovemydog ilovemycat ilovegod
  monkey dragon sunshine princess shadow football footballclub baseball basketball cricket rugby superman spiderman
  batman pokemon starwars starwarsfan startrek harrypotter hogwarts charlie michael jennifer jessica ashley daniel
  thomas george william chocolate cheese cookie cookies banana orange purple flower flowers butterfly rainbow
  sparkle summer summertime winter wintertime autumn spring springtime january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday
  liverpool liverpoolfc arsenal arsenalfc chelsea chelseafc manchester manchesterunited mancity everton tottenham
  rangers celtic london england scotland wales britain unitedkingdom
  computer internet laptop windows microsoft google facebook amazon apple samsung
  hello helloworld hellohello hellothere goodbye blessed jesus jesuschrist heaven angel
  nhs nhsnhs nhsengland nationalhealthservice hospital hospitals doctor doctors nurse nurses patient patients cancer
  cancercare cancerservices breastcancer oncology ward clinic surgery health healthcare medical medicine alongside
  correcthorsebatterystaple correcthorse thisisapassword thisismypassword thisismynewpassword notapassword
  idontknow whatever nothing fuckyou fuckoff freedom forever whoknows opensource trustme
  `
    .split(/\s+/)
    .filter(Boolean),
)
