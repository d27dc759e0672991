/* Zones that have a name in the catalogs, such as "Makkah time": newsrooms name a country's clocks after a city. */
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

/** The name of a time zone for readers: the key of a message, or the city in the zone's identifier. */
export function timeZoneName(zone: string): { message: ZoneName } | { city: string } {
  if (Object.hasOwn(zones, zone)) return { message: zones[zone as keyof typeof zones] }
  return { city: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ') }
}
