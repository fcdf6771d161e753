import { type Random, weighted } from './random.ts'

export type Home = 'SC' | 'NE' | 'YO' | 'NW' | 'WA' | 'WM' | 'EM' | 'EE' | 'LO' | 'SE' | 'SW' | 'NI'

/** A postcode area, or the districts of one that lie across a border, with the towns letters there go to. */
export interface Place {
  readonly home: Home
  readonly area: string
  readonly towns: readonly string[]
  readonly districts: readonly string[]
  /** These districts belong to another home than the rest of their area. */
  readonly overBorder: boolean
}

/** From north to south, with each one's part of the population in per cent. */
export const homes: readonly { readonly home: Home; readonly name: string; readonly weight: number }[] = [
  { home: 'SC', name: 'Scotland', weight: 8.4 },
  { home: 'NE', name: 'North East', weight: 4.1 },
  { home: 'YO', name: 'Yorkshire', weight: 8.4 },
  { home: 'NW', name: 'North West', weight: 11.1 },
  { home: 'WA', name: 'Wales', weight: 4.8 },
  { home: 'WM', name: 'West Midlands', weight: 8.9 },
  { home: 'EM', name: 'East Midlands', weight: 7.2 },
  { home: 'EE', name: 'East of England', weight: 9.2 },
  { home: 'LO', name: 'London', weight: 13 },
  { home: 'SE', name: 'South East', weight: 13.6 },
  { home: 'SW', name: 'South West', weight: 8.4 },
  { home: 'NI', name: 'Northern Ireland', weight: 2.8 },
]

/** One line a place: area, towns, districts; `+` marks districts that lie across a border. */
const gazetteer: Record<Home, string> = {
  SC: `AB Aberdeen,Inverurie,Peterhead 10-16,21-25,30-39,41-45|DD Dundee,Arbroath,Montrose 1-11|DG Dumfries,Stranraer 1-14
EH Edinburgh,Livingston,Dalkeith 1-30,41-49,51-55|FK Falkirk,Stirling,Alloa 1-21|G Glasgow,Clydebank 1-5,11-15,20-23,31-34,40-46,51-53,60-69,71-78,81-84
HS Stornoway 1-9|IV Inverness,Elgin,Nairn 1-28,30-32,36,40-49,51-56,63|KA Kilmarnock,Ayr,Irvine 1-30|KW Kirkwall,Wick 1-3,5-17
KY Kirkcaldy,Dunfermline,Glenrothes 1-16|ML Motherwell,Hamilton,Airdrie 1-12|PA Paisley,Greenock,Oban 1-38,41-49|PH Perth,Crieff,Fort_William 1-26,30-44
TD Galashiels,Hawick,Kelso 1-11,13-14|ZE Lerwick 1-3`,
  NE: `DH Durham,Chester-le-Street 1-9|DL Darlington,Bishop_Auckland 1-5,12-17|NE Newcastle_upon_Tyne,Gateshead,Blyth 1-13,15-18,20-49,61-71
SR Sunderland,Seaham 1-9|TS Middlesbrough,Hartlepool,Redcar 1-29|+TD Berwick-upon-Tweed 12,15`,
  YO: `BD Bradford,Keighley,Skipton 1-24|DN Doncaster,Scunthorpe,Grimsby 1-20,31-41|HD Huddersfield,Holmfirth 1-9|HG Harrogate,Ripon 1-5
HU Hull,Beverley,Hessle 1-20|HX Halifax,Brighouse 1-7|LS Leeds,Otley,Wetherby 1-29|S Sheffield,Rotherham,Barnsley 1-14,17,20-21,25-26,35-36,60-66,70-75
WF Wakefield,Pontefract,Castleford 1-17|YO York,Scarborough,Selby 1,7-8,10-19,21-26,30-32,41-43,51,60-62|+DL Northallerton,Richmond 6-11`,
  NW: `BB Blackburn,Burnley,Accrington 1-12,18|BL Bolton,Bury 0-9|CA Carlisle,Penrith,Workington 1-28|CH Chester,Birkenhead,Wallasey 1-4,41-49,60-66
CW Crewe,Nantwich,Northwich 1-12|FY Blackpool,Fleetwood 1-8|L Liverpool,Bootle,Southport 1-40|LA Lancaster,Kendal,Barrow-in-Furness 1-23
M Manchester,Salford,Sale 1-9,11-35,38,40-41,43-46,50|OL Oldham,Rochdale,Ashton-under-Lyne 1-16|PR Preston,Chorley,Leyland 1-9,25-26
SK Stockport,Macclesfield,Hyde 1-17,22-23|WA Warrington,St_Helens,Widnes 1-16|WN Wigan,Leigh 1-8`,
  WA: `CF Cardiff,Barry,Pontypridd 3,5,10-11,14-15,23-24,31-48,61-64,71-72,81-83|LD Llandrindod_Wells,Brecon 1-8|LL Llandudno,Wrexham,Bangor,Rhyl 11-49,51-65
NP Newport,Cwmbran,Ebbw_Vale 4,7-8,10-13,15-16,18-20,22-26,44|SA Swansea,Llanelli,Carmarthen 1-20,31-48,61-73|+CH Flint,Mold,Deeside 5-8
+SY Aberystwyth,Newtown,Welshpool 15-25`,
  WM: `B Birmingham,Solihull,Redditch 1-21,23-38,40,42-50,60-80,90-98|CV Coventry,Rugby,Nuneaton 1-13,21-23,31-37,47|DY Dudley,Kidderminster,Stourbridge 1-14
HR Hereford,Leominster 1-9|ST Stoke-on-Trent,Stafford 1-21|SY Shrewsbury,Ludlow,Oswestry 1-14|TF Telford,Market_Drayton 1-13
WR Worcester,Evesham,Malvern 1-15|WS Walsall,Cannock,Lichfield 1-15|WV Wolverhampton,Bilston 1-16|+DE Burton-on-Trent 13-15`,
  EM: `DE Derby,Ilkeston,Matlock 1,3-7,11-12,21-24,45,55-56,65,72-75|LE Leicester,Loughborough,Hinckley 1-19,65,67|LN Lincoln,Louth 1-13
NG Nottingham,Mansfield,Grantham 1-25,31-34|NN Northampton,Kettering,Corby 1-18,29|+S Chesterfield,Worksop 40-45,80-81|+DN Retford,Gainsborough 21-22
+PE Spalding,Boston,Skegness 9-12,20-25`,
  EE: `AL St_Albans,Hatfield 1-10|CB Cambridge,Ely,Haverhill 1-11,21-25|CM Chelmsford,Harlow,Braintree 0-9,11-24,77|CO Colchester,Clacton-on-Sea 1-16
IP Ipswich,Bury_St_Edmunds,Lowestoft 1-33|LU Luton,Dunstable 1-7|NR Norwich,Great_Yarmouth,Cromer 1-35|PE Peterborough,Huntingdon,King's_Lynn 1-8,13-16,19,26-38
SG Stevenage,Hitchin,Letchworth 1-19|SS Southend-on-Sea,Basildon 0-9,11-17|WD Watford,Borehamwood 3-7,17-19,23-25|+EN Cheshunt,Waltham_Abbey 6-11
+HP Hemel_Hempstead,Berkhamsted 1-4|+IG Loughton 10|+MK Bedford 40-45|+RM Grays,Tilbury 15-20`,
  LO: `BR Bromley,Orpington 1-8|CR Croydon,Mitcham 0,2,4-5,7-8|E London 1-18,20|EC London 1A,1M,1N,1R,1V,1Y,2A,2M,2N,2R,2V,2Y,3A,3M,3N,3R,3V,4A,4M,4N,4R,4V,4Y
EN Enfield,Barnet 1-5|HA Harrow,Wembley,Edgware 0-9|IG Ilford,Barking 1-9,11|N London 1-22|NW London 1-11|RM Romford,Dagenham,Hornchurch 1-14
SE London 1-28|SM Sutton,Morden 1-7|SW London 1A,1E,1H,1P,1V,1W,1X,1Y,2-20|TW Twickenham,Hounslow,Feltham 1-14|UB Southall,Uxbridge,Hayes 1-11
W London 1B,1C,1D,1F,1G,1H,1J,1K,1S,1T,1U,1W,2-14|WC London 1A,1B,1E,1H,1N,1R,1V,1X,2A,2B,2E,2H,2N,2R|+DA Bexleyheath,Sidcup 5-8,14-18
+KT Kingston_upon_Thames,Surbiton 1-6,9`,
  SE: `BN Brighton,Eastbourne,Worthing 1-3,5-18,20-27,41-45|CT Canterbury,Dover,Margate 1-21|DA Dartford,Gravesend 1-4,9-13|GU Guildford,Woking,Aldershot 1-35,46-47,51-52
HP Aylesbury,High_Wycombe,Amersham 5-23,27|KT Epsom,Leatherhead,Weybridge 7-8,10-24|ME Maidstone,Rochester,Gillingham 1-20|MK Milton_Keynes,Buckingham 1-19,46
OX Oxford,Banbury,Abingdon 1-7,9-18,20,25-29,33,39,44,49|PO Portsmouth,Fareham,Newport 1-22,30-41|RG Reading,Basingstoke,Newbury 1-2,4-10,12,14,17-31,40-42,45
RH Redhill,Crawley,Horsham 1-20|SL Slough,Maidenhead,Windsor 0-9|SO Southampton,Winchester,Eastleigh 14-24,30-32,40-43,45,50-53|TN Tonbridge,Hastings,Ashford 1-40
+CR Caterham,Warlingham 3,6|+SP Andover 10-11|+TW Staines-upon-Thames,Ashford 15-20`,
  SW: `BA Bath,Yeovil,Frome 1-16,20-22|BH Bournemouth,Poole,Christchurch 1-25,31|BS Bristol,Weston-super-Mare 1-11,13-16,20-32,34-37,39-41,48-49
DT Dorchester,Weymouth 1-11|EX Exeter,Exmouth,Barnstaple 1-24,31-39|GL Gloucester,Cheltenham,Stroud 1-20,50-56|PL Plymouth,Saltash,St_Austell 1-35
SN Swindon,Chippenham,Trowbridge 1-6,8-16,25-26|SP Salisbury,Gillingham 1-9|TA Taunton,Bridgwater,Minehead 1-24|TQ Torquay,Paignton,Newton_Abbot 1-14
TR Truro,Falmouth,Penzance 1-20,26-27`,
  NI: 'BT Belfast,Londonderry,Lisburn,Newry,Ballymena,Omagh 1-49,51-57,60-71,74-82,92-94',
}

export const places: readonly Place[] = homes.flatMap(({ home }) =>
  gazetteer[home].split(/[|\n]/).map(line => placeFrom(home, line)),
)

const drawHome = weighted(homes.map(({ home, weight }) => [home, weight] as const))
const drawWithin = new Map(
  homes.map(({ home }) => [
    home,
    weighted(
      places.filter(place => place.home === home).map(place => [place, place.districts.length] as const),
    ),
  ]),
)

export function drawPlace(random: Random): Place {
  return drawPlaceIn(drawHome(random), random)
}

export function drawPlaceIn(home: Home, random: Random): Place {
  const draw = drawWithin.get(home)
  if (draw === undefined) throw new RangeError(`No place in ${home}.`)
  return draw(random)
}

export function postcodeIn(place: Place, random: Random): string {
  return `${place.area}${random.pick(place.districts)} ${inward(random)}`
}

/** The second half of a postcode; C, I, K, M, O and V are never used there. */
export function inward(random: Random): string {
  return `${random.int(0, 9)}${random.pick(inwardLetters)}${random.pick(inwardLetters)}`
}

const inwardLetters = [...'ABDEFGHJLNPQRSTUWXYZ']

function placeFrom(home: Home, line: string): Place {
  const [area = '', towns = '', districts = ''] = line.split(' ')
  return {
    home,
    area: area.replace('+', ''),
    towns: towns.split(',').map(town => town.replaceAll('_', ' ')),
    districts: districts.split(',').flatMap(range),
    overBorder: area.startsWith('+'),
  }
}

function range(text: string): string[] {
  const [first = '', last] = text.split('-')
  if (last === undefined) return [first]
  const start = Number(first)
  return Array.from({ length: Number(last) - start + 1 }, (_, index) => String(start + index))
}
