/** Currencies by their signs and codes. */
export const CURRENCIES = new Map<string, [one: string, more: string]>([
  ['US$', ['dollar', 'dollars']],
  ['$', ['dollar', 'dollars']],
  ['USD', ['dollar', 'dollars']],
  ['A$', ['Australian dollar', 'Australian dollars']],
  ['C$', ['Canadian dollar', 'Canadian dollars']],
  ['€', ['euro', 'euros']],
  ['EUR', ['euro', 'euros']],
  ['£', ['pound', 'pounds']],
  ['¥', ['yen', 'yen']],
  ['AED', ['Emirati dirham', 'Emirati dirhams']],
  ['SAR', ['Saudi riyal', 'Saudi riyals']],
  ['QAR', ['Qatari riyal', 'Qatari riyals']],
  ['EGP', ['Egyptian pound', 'Egyptian pounds']],
  ['KWD', ['Kuwaiti dinar', 'Kuwaiti dinars']],
  ['JOD', ['Jordanian dinar', 'Jordanian dinars']],
  ['LBP', ['Lebanese pound', 'Lebanese pounds']],
])
