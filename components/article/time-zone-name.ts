/* The names that a newsroom would use: a city that stands for its country's clocks. Each is a message of ours. */
const zones = {
  'Asia/Riyadh': 'makkah',
  'Africa/Cairo': 'cairo',
  'Asia/Beirut': 'beirut',
  'Asia/Damascus': 'damascus',
  'Asia/Amman': 'amman',
  'Asia/Jerusalem': 'jerusalem',
  'Asia/Hebron': 'jerusalem',
  'Asia/Gaza': 'gaza',
  'Asia/Baghdad': 'baghdad',
  'Asia/Kuwait': 'kuwait',
  'Asia/Qatar': 'doha',
  'Asia/Bahrain': 'manama',
  'Asia/Dubai': 'abuDhabi',
  'Asia/Muscat': 'muscat',
  'Asia/Aden': 'sanaa',
  'Africa/Khartoum': 'khartoum',
  'Africa/Tripoli': 'tripoli',
  'Africa/Tunis': 'tunis',
  'Africa/Algiers': 'algiers',
  'Africa/Casablanca': 'rabat',
  'Africa/Nouakchott': 'nouakchott',
  'Europe/London': 'london',
  UTC: 'greenwich',
  GMT: 'greenwich',
  'Etc/UTC': 'greenwich',
  'Etc/GMT': 'greenwich',
} as const

export type ZoneName = (typeof zones)[keyof typeof zones]

/** How a time zone is named to readers: by a message of ours, or by the city in its own name. */
export function timeZoneName(zone: string): { message: ZoneName } | { city: string } {
  if (zone in zones) return { message: zones[zone as keyof typeof zones] }
  return { city: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ') }
}
