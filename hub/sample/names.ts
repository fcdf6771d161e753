import type { Home } from './places.ts'
import { type Random, weighted } from './random.ts'

export type Gender = 'man' | 'woman'

interface Origin {
  readonly weight: number
  /** Where these names are at home, and so more frequent. */
  readonly home?: Home
  readonly man: readonly string[]
  readonly woman: readonly string[]
  readonly last: readonly string[]
}

/** `_` stands for a space inside a name. */
function list(text: string): readonly string[] {
  return text.split(/\s+/).map(name => name.replaceAll('_', ' '))
}

const origins: readonly Origin[] = [
  {
    weight: 66,
    man: list(`Aaron Adam Adrian Alan Alex Alexander Andrew Anthony Ashley Barry Ben Benjamin Bradley Brian Callum Carl Charles
      Christopher Colin Craig Daniel Darren David Dean Dominic Edward Elliot Gareth Gary Gavin George Graham Grant Harry Jack Jake James
      Jamie Jason Jonathan Jordan Joseph Joshua Karl Keith Kevin Kieran Kyle Lee Lewis Liam Luke Marcus Mark Martin Matthew Michael Nathan
      Neil Nicholas Nigel Oliver Oscar Patrick Paul Peter Philip Reece Richard Robert Robin Ross Russell Ryan Samuel Scott Sebastian
      Shaun Simon Stephen Steven Stuart Terence Thomas Timothy Toby Tom Trevor Wayne William`),
    woman:
      list(`Abigail Alexandra Alice Alison Amanda Amy Andrea Angela Anna Beth Bethany Caroline Catherine Charlotte Chelsea
      Chloë Christine Claire Danielle Dawn Deborah Donna Eleanor Elizabeth Ella Ellie Emily Emma Faye Frances Gemma Georgia Grace Hannah
      Harriet Hayley Heather Helen Holly Jade Jane Janet Jasmine Jennifer Jenny Jessica Joanne Jodie Karen Katherine Katie Kay Kelly Kerry
      Kirsty Laura Lauren Leanne Linda Lisa Lorraine Louise Lucy Mandy Maria Megan Melanie Michelle Molly Naomi Natalie Natasha Nicola
      Olivia Paula Phoebe Rachel Rebecca Renée Rosie Ruth Samantha Sarah Sharon Sophie Stacey Stephanie Susan Tanya Tracey Vanessa Vicky
      Victoria Zoë`),
    last: list(`Adams Allen Andrews Armstrong Atkinson Austin Bailey Baker Ball Barker Barnes Barrett Bates Baxter Bennett Berry Bird
      Bishop Booth Bradley Brooks Brown Burgess Burton Butcher Butler Carr Carter Chambers Chapman Clark Clarke Coates Cole Coleman Collins
      Cook Cooper Cox Cross Curtis Dawson Day Dixon Dobson Ellis Fisher Fletcher Ford Foster Fox Francis Freeman Frost Fuller Gardner George
      Gibson Gilbert Goodwin Gray Green Greenwood Gregory Griffiths Hall Hammond Harding Harper Harris Harrison Hart Harvey Hawkins Hill
      Hilton Holland Holmes Hopkins Howard Hudson Hunt Hunter Ingram Jackson Jennings Johnson Kemp King Kirk Knight Lawrence Lawson Lee
      Little Lloyd Long Lowe Marsh Marshall Martin Mason Matthews May Miller Mills Mitchell Moore Moss Newman Newton Nicholls Norris
      Palmer Parker Parsons Payne Pearce Pearson Perkins Perry Phillips Pickering Poole Porter Potter Reed Reynolds Richards Richardson
      Riley Roberts Robinson Rogers Rose Rowe Russell Ryder Sanders Saunders Sharp Shaw Shepherd Simmons Simpson Slater Smith Spencer
      St.John Stephens Stevens Stone Sutton Swift Taylor Thompson Thornton Tucker Turner Walker Walsh Walters Ward Warren Watkins Watson
      Watts Webb Webster Wells West Wheeler White Whitehead Wilkinson Williamson Wilson Winter Wood Woods Wright Young`),
  },
  {
    weight: 4,
    home: 'WA',
    man: list(
      'Aled Alun Dafydd Dylan Emyr Geraint Gethin Gruffydd Gwilym Huw Iestyn Ieuan Iolo Llŷr Llywelyn Osian Rhodri Rhys Siôn Tomos',
    ),
    woman: list(
      'Angharad Bethan Bronwen Carys Catrin Cerys Eirlys Elin Ffion Gwenllian Llinos Lowri Mair Manon Megan Nerys Non Rhian Rhiannon Siân',
    ),
    last: list(`Bevan Bowen Davies Edwards Evans Griffiths Gwyn Howells Hughes Jenkins Jones Lewis Llewellyn Lloyd Morgan Morris Owen
      Parry Powell Price Pritchard Pugh Rees Roberts Thomas Tudor Vaughan Williams`),
  },
  {
    weight: 6,
    home: 'SC',
    man: list(
      'Alasdair Angus Blair Calum Cameron Campbell Craig Duncan Euan Ewan Fergus Finlay Fraser Gordon Graeme Hamish Iain Malcolm Murdo Rory Ruairidh',
    ),
    woman: list(
      'Aileen Ailsa Catriona Eilidh Fiona Iona Isla Kirsten Kirsty Lorna Mairi Mhairi Morag Morven Rhona Seonaid Shona Skye',
    ),
    last: list(`Anderson Buchanan Cameron Campbell Cunningham Douglas Drummond Duncan Ferguson Forbes Fraser Gordon Graham Hamilton
      Henderson Johnstone Kerr MacDonald MacGregor Mackay MacKenzie MacLean MacLeod McIntyre McKay Menzies Munro Murray Paterson Reid
      Robertson Ross Scott Sinclair Stewart Sutherland Wallace`),
  },
  {
    weight: 5,
    home: 'NI',
    man: list(
      'Aidan Brendan Cathal Ciarán Colm Conor Cormac Declan Diarmuid Donal Eamonn Eoin Fergal Fintan Gerard Niall Oisín Pádraig Ruairí Seamus Seán',
    ),
    woman: list(
      'Aine Aisling Aoife Bernadette Bríd Caoimhe Ciara Deirdre Gráinne Maeve Majella Niamh Nuala Oonagh Orla Róisín Saoirse Sinéad Siobhán Úna',
    ),
    last: list(`Boyle Brennan Byrne Devlin Doherty Donnelly Doyle Duffy Gallagher Hagan Kearney Kelly Kennedy Lynch Magee Maguire
      McAuley McCann McCluskey McKenna McLaughlin McMahon McNally Mulholland Murphy Nolan O'Brien O'Connor O'Donnell O'Hagan O'Hara O'Kane
      O'Neill O'Reilly O'Sullivan Quinn Rafferty Sweeney Toner`),
  },
  {
    weight: 6,
    man: list(
      'Abdul Adeel Ahmed Ali Amir Arif Asif Bilal Faisal Farhan Hamza Hassan Ibrahim Imran Irfan Kamran Mohammed Nadeem Omar Rashid Saeed Shahid Tariq Usman Yusuf Zain',
    ),
    woman: list(
      'Aaliyah Aisha Amina Ayesha Farah Fatima Hafsa Iqra Khadija Laila Maryam Mehwish Nadia Nasreen Rabia Rukhsana Saira Samina Sana Shazia Sumaira Tahira Yasmin Zainab',
    ),
    last: list(
      'Ahmed Akhtar Ali Aslam Bashir Begum Bibi Chaudhry Hussain Iqbal Islam Karim Khan Khatun Mahmood Malik Miah Mirza Qureshi Rahman Rashid Shah Siddiqui Uddin Ullah Zaman',
    ),
  },
  {
    weight: 4,
    man: list(
      'Amit Anil Arjun Deepak Gurpreet Hardeep Harjit Jaspal Kiran Manjit Nikhil Rajesh Rakesh Ravi Sandeep Sanjay Sukhdev Sunil Suresh Vijay',
    ),
    woman: list(
      'Anita Anjali Bhavna Deepa Harpreet Jaswinder Kavita Kiran Manpreet Meera Neha Nisha Parminder Pooja Priya Rekha Rupinder Sunita Sushma Vaishali',
    ),
    last: list(
      'Bains Chauhan Das Desai Dhillon Dosanjh Gill Grewal Gupta Joshi Kapoor Kaur Mehta Mistry Nair Parmar Patel Patil Rai Rao Sandhu Sharma Sidhu Singh Solanki Verma',
    ),
  },
  {
    weight: 4,
    man: list(
      'Chidi Chukwuemeka Curtis Delroy Emeka Emmanuel Femi Festus Kofi Kojo Kwabena Kwame Kwasi Leroy Obinna Olumide Segun Tendai Tunde Winston',
    ),
    woman: list(
      'Abena Adaeze Adwoa Afia Akosua Ama Amara Blessing Chiamaka Comfort Efua Esi Folake Funmi Grace Marcia Ngozi Nkechi Patience Shanice Temitope Yetunde',
    ),
    last: list(
      'Adebayo Adeyemi Afolabi Agyeman Akinola Amoah Appiah Asante Balogun Boateng Campbell Chukwu Ekwueme Eze Gyamfi Mensah Moyo Ncube Nwosu Obi Ofori Okafor Okonkwo Osei Owusu Oyelaran Sesay',
    ),
  },
  {
    weight: 5,
    man: list(`Adrian Alexandru Andrei Andrzej Bogdan Cătălin Dariusz Florin Grzegorz Jakub Jānis Krzysztof Łukasz Marcin Marek Mihai
      Paweł Piotr Radu Ștefan Tomasz Vasile Wojciech Zbigniew`),
    woman: list(
      'Agnieszka Aleksandra Alina Andreea Beata Cristina Daniela Dorota Elena Ewa Ilze Ioana Joanna Katarzyna Magdalena Małgorzata Mihaela Monika Oksana Raluca Simona Urszula Wioletta',
    ),
    last: list(
      'Balan Bērziņš Ciobanu Dąbrowski Dumitru Grabowski Ionescu Jankowski Kaczmarek Kamiński Kowalczyk Kowalski Lewandowski Marin Mazur Munteanu Nowak Pawlak Petrov Popa Popescu Rusu Stan Szymański Wójcik Zając Zieliński',
    ),
  },
  {
    weight: 3,
    man: list(
      'António Carlos Diego Fernando João José Luís Manuel Marco Miguel Nuno Paulo Pedro Rui Tiago Ahmet Emre Mehmet Mustafa Wei Jun Kai Minh Tuấn',
    ),
    woman: list(
      'Ana Beatriz Carla Fátima Inês Lúcia Maria Marta Patrícia Rosa Sofia Teresa Ayşe Elif Zeynep Fatma Li Mei Xin Ying Linh Thảo',
    ),
    last: list(
      'Almeida Carvalho Costa De_Souza Fernandes Ferreira Gomes Gonçalves Lopes Martins Pereira Ribeiro Rodrigues Santos Silva Demir Kaya Öztürk Yılmaz Chan Cheung Ho Lam Liu Wang Wong Zhang Nguyễn Trần Van_den_Berg',
    ),
  },
  {
    weight: 1,
    man: list('Abdi Abdirahman Ayanle Liban Mahad Warsame Dawit Yonas Haile Karwan Rebin Hamid Farhad'),
    woman: list('Asha Hodan Ifrah Sahra Ubah Hiwot Selam Tigist Shilan Zhala Nazanin Parisa'),
    last: list('Abdi Ahmed Farah Jama Mohamed Nur Warsame Tesfaye Gebre Bekele Rashidi Hosseini Karimi Amin'),
  },
]

const drawAnywhere = weighted(origins.map(origin => [origin, origin.weight] as const))

export interface Name {
  readonly gender: Gender
  readonly first: string
  readonly middle: string
  readonly last: string
}

export function drawName(gender: Gender, home: Home | undefined, random: Random): Name {
  const local = origins.find(origin => origin.home !== undefined && origin.home === home)
  const origin = local !== undefined && random.chance(0.45) ? local : drawAnywhere(random)
  const middle = random.chance(0.27) ? random.pick(origin[gender]) : ''
  const last = random.pick(origin.last)
  const doubled = random.chance(0.025) ? `${last}-${random.pick(drawAnywhere(random).last)}` : last
  return { gender, first: random.pick(origin[gender]), middle, last: doubled }
}

export function drawTitle(gender: Gender, random: Random): string {
  if (random.chance(0.03)) return ''
  if (random.chance(0.012)) return random.pick(['Dr', 'Dr', 'Rev', 'Prof'])
  return gender === 'man' ? 'Mr' : random.pick(['Miss', 'Miss', 'Mrs', 'Mrs', 'Ms'])
}

/** A name as it can stand before the @ of an address. */
export function plainLetters(text: string): string {
  return text
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}
