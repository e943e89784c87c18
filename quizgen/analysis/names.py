"""Short lists of proper names: places by rank, peoples, first names with the gender they are given to.

The lists are small on purpose: they hold what a general reader meets often, and vote with other evidence.
A name that is a place as often as a person (*Jordan*, *Georgia*, *Paris*) is kept out of the first names.
"""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(","))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONTINENTS = _names("africa, antarctica, asia, europe, north america, south america, oceania, eurasia, americas")

COUNTRIES = _names(
    """
    afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas,
    bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, bosnia and herzegovina,
    botswana, brazil, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, cape verde,
    central african republic, chad, chile, china, colombia, comoros, congo, costa rica, croatia, cuba, cyprus,
    czech republic, czechia, czechoslovakia, denmark, djibouti, dominica, dominican republic, east germany, ecuador,
    egypt, el salvador, england, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia, germany,
    ghana, great britain, greece, greenland, grenada, guatemala, guinea, guyana, haiti, honduras, hungary, iceland,
    india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya,
    kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg,
    madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, micronesia, moldova, monaco,
    mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger,
    nigeria, north korea, north macedonia, northern ireland, norway, oman, pakistan, palestine, panama,
    papua new guinea, paraguay, peru, philippines, poland, portugal, prussia, qatar, romania, russia, rwanda,
    saudi arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, solomon islands, somalia,
    south africa, south korea, south sudan, soviet union, spain, sri lanka, sudan, suriname, sweden, switzerland,
    syria, taiwan, tajikistan, tanzania, thailand, tibet, togo, tonga, trinidad and tobago, tunisia, turkey,
    turkmenistan, uganda, ukraine, united arab emirates, united kingdom, united states, united states of america,
    uruguay, ussr, uzbekistan, vanuatu, vatican city, venezuela, vietnam, wales, west germany, yemen, yugoslavia,
    zambia, zimbabwe, us, u.s., u.s, usa, u.s.a., uk, u.k., uae, prc, holland, persia,
    antigua and barbuda, cabo verde, cote d'ivoire, côte d'ivoire, democratic republic of the congo, east timor,
    timor-leste, equatorial guinea, guinea-bissau, kiribati, marshall islands, nauru, palau,
    republic of the congo, saint kitts and nevis, saint lucia, saint vincent and the grenadines, samoa, san marino,
    são tomé and príncipe, seychelles, türkiye, tuvalu, people's republic of china, republic of ireland
    """
)

STATES = _names(
    """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho,
    illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota,
    mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, north carolina,
    north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas,
    utah, vermont, virginia, washington state, west virginia, wisconsin, wyoming
    """
)
"""Of the United States."""

REGIONS = STATES | _names(
    """
    puerto rico, ontario, quebec,
    british columbia, alberta, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland, yukon,
    new south wales, victoria, queensland, western australia, south australia, tasmania, northern territory,
    bavaria, saxony, catalonia, andalusia, tuscany, sicily, sardinia, normandy, brittany, provence, lombardy,
    siberia, crimea, kashmir, punjab, bengal, kerala, gujarat, scandinavia, balkans, caribbean, middle east,
    latin america, central america, southeast asia, east asia, eastern europe, western europe, silicon valley,
    new england, midwest, patagonia, sahara, himalayas, alps, andes, amazon basin, caucasus, midlands, yorkshire,
    cornwall, kent, essex, sussex, jutland, flanders, wallonia, transylvania, bohemia, moravia, manchuria, sichuan
    """
)

CITIES = _names(
    """
    new york, new york city, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas,
    san jose, austin, san francisco, seattle, denver, washington, washington d.c., washington dc, boston, nashville,
    detroit, portland, las vegas, memphis, baltimore, milwaukee, albuquerque, atlanta, miami, oakland, minneapolis,
    new orleans, cleveland, tampa, honolulu, pittsburgh, cincinnati, st. louis, orlando,  salt lake city,
    sacramento, kansas city, indianapolis, toronto, montreal, vancouver, ottawa, calgary, edmonton, winnipeg,
    quebec city, mexico city, guadalajara, havana, bogotá, bogota, lima, quito, caracas, santiago, buenos aires,
    montevideo, são paulo, sao paulo, rio de janeiro, brasília, brasilia, la paz, london, manchester, birmingham,
    liverpool, leeds, glasgow, edinburgh, bristol, oxford, cambridge, cardiff, belfast, dublin, cork, paris,
    marseille, lyon, toulouse, bordeaux, strasbourg, berlin, munich, hamburg, cologne, frankfurt, stuttgart,
    dresden, leipzig, düsseldorf, nuremberg, hanover, bonn, vienna, salzburg, graz, zurich, zürich, geneva, basel,
    bern, rome, milan, naples, turin, venice, florence, genoa, bologna, palermo, pisa, madrid, barcelona, valencia,
    seville, granada, lisbon, porto, athens, thessaloniki, brussels, antwerp, ghent, bruges, amsterdam, rotterdam,
    the hague, utrecht, copenhagen, aarhus, odense, stockholm, gothenburg, malmö, oslo, bergen, helsinki, reykjavik,
    warsaw, kraków, krakow, gdańsk, gdansk, prague, brno, bratislava, budapest, bucharest, sofia, belgrade, zagreb,
    sarajevo, ljubljana, skopje, tirana, tallinn, riga, vilnius, kyiv, kiev, odessa, lviv, kharkiv, minsk, moscow,
    st. petersburg, saint petersburg, leningrad, kazan, novosibirsk, vladivostok, istanbul, ankara, constantinople,
    izmir, jerusalem, tel aviv, haifa, beirut, damascus, aleppo, baghdad, tehran, riyadh, mecca, medina, jeddah,
    dubai, abu dhabi, doha, kuwait city, muscat, sanaa, cairo, alexandria, tunis, algiers, casablanca, rabat,
    marrakesh, tripoli, khartoum, addis ababa, nairobi, mombasa, kampala, dar es salaam, lagos, abuja, accra, dakar,
    kinshasa, luanda, harare, lusaka, johannesburg, cape town, durban, pretoria, delhi, new delhi, mumbai, bombay,
    kolkata, calcutta, chennai, madras, bangalore, hyderabad, karachi, lahore, islamabad, dhaka, kathmandu, colombo,
    kabul, tashkent, samarkand, almaty, astana, baku, tbilisi, yerevan, bangkok, hanoi, ho chi minh city, saigon,
    phnom penh, vientiane, yangon, kuala lumpur, jakarta, manila, beijing, peking, shanghai, guangzhou, shenzhen,
    wuhan, nanjing, chengdu, xi'an, tianjin, hong kong, macau, taipei, seoul, busan, pyongyang, tokyo, kyoto, osaka,
    nagoya, yokohama, hiroshima, nagasaki, sapporo, sydney, melbourne, brisbane, perth, adelaide, canberra, hobart,
    auckland, christchurch,  dunedin, łódź, lodz, poznań, poznan, wrocław, wroclaw, breslau, gdynia, lublin,
    katowice, szczecin, białystok, danzig, königsberg, kaliningrad, ostrava, pilsen, košice, debrecen, szeged,
    timișoara, cluj-napoca, iași, constanța, varna, plovdiv, novi sad, niš,  dubrovnik, rijeka, maribor, mostar,
    podgorica, pristina, patras, heraklion, izmit, bursa, antalya, adana, konya, trabzon, dnipro, zaporizhzhia,
    donetsk, luhansk, mariupol, kherson, mykolaiv, chernihiv, poltava, sumy, sevastopol, simferopol, chișinău,
    chisinau, gomel, brest-litovsk, vitebsk, kaunas, tartu, daugavpils, murmansk, arkhangelsk, novgorod, smolensk,
    yekaterinburg, omsk, tomsk, irkutsk, samara, saratov, volgograd, stalingrad, rostov-on-don, krasnodar, sochi,
    grozny, ufa, chelyabinsk, krasnoyarsk, khabarovsk, yakutsk, tampere, turku, espoo, uppsala, linköping, örebro,
    trondheim, stavanger, tromsø, aalborg, esbjerg, randers, kiel, lübeck, bremen, rostock, dortmund,  duisburg,
    bochum, aachen, mainz, wiesbaden, heidelberg, mannheim, karlsruhe, freiburg, augsburg, regensburg, würzburg,
    erfurt, weimar, jena, magdeburg, potsdam, münster, trier, innsbruck, linz, lausanne, lucerne, winterthur,
    eindhoven, groningen, maastricht, leiden, haarlem, delft, liège, leuven, charleroi, namur, lille, nantes, rennes,
    reims, rouen, dijon, grenoble, montpellier, avignon, amiens, caen, brest, orléans, poitiers, limoges, metz,
    mulhouse, cannes, toulon, bari, catania, messina, verona, trieste, padua, parma, modena, ravenna, siena, perugia,
    livorno, cagliari, taranto, salerno, bilbao, zaragoza, málaga, malaga, córdoba, toledo, salamanca, valladolid,
    pamplona, alicante, cádiz, vigo, coimbra, braga,  galway, limerick, waterford, derry, aberdeen, dundee,
    inverness, swansea,  sheffield, nottingham, leicester, coventry,   plymouth, southampton,
    portsmouth, brighton, canterbury, norwich, exeter, sunderland, wolverhampton, stoke-on-trent, halifax,
    omaha, tulsa, tucson, fresno, anchorage, baton rouge, birmingham,    raleigh,
    louisville,  knoxville, chattanooga,  norfolk, rochester, syracuse, albany, buffalo, hartford,
     worcester, newark, jersey city, trenton, wilmington, annapolis, toledo, dayton, akron, grand rapids,
     des moines, wichita, topeka, little rock, el paso, fort worth, galveston, corpus christi, boise,
    spokane, tacoma,  reno, santa fe, cheyenne, fargo, sioux falls, jacksonville, tallahassee,
    fort lauderdale, long beach, anaheim, berkeley, palo alto, santa barbara,  saskatoon, 
    monterrey, tijuana, puebla, veracruz, oaxaca, acapulco, tegucigalpa, managua, san salvador, port-au-prince,
    santo domingo, kingston, medellín, cali, cartagena, barranquilla, maracaibo, guayaquil, cusco, arequipa,
    cochabamba, asunción,  mendoza, valparaíso, salvador, recife, fortaleza, manaus, belém, porto alegre,
    curitiba, belo horizonte, oran, fez, tangier, benghazi, giza, luxor, aswan, port said, mogadishu, asmara,
    djibouti city, kigali, bujumbura, dodoma, zanzibar city, maputo, windhoek, gaborone, bulawayo, antananarivo,
    bamako, niamey, ouagadougou, conakry, freetown, monrovia, abidjan, kumasi, ibadan, kano, douala, yaoundé,
    libreville, brazzaville, bloemfontein, soweto, port elizabeth, mosul, basra, kirkuk, isfahan, shiraz, tabriz,
    mashhad, homs, latakia, amman, nablus, hebron, bethlehem, nazareth, aden, kandahar, herat, peshawar, rawalpindi,
    faisalabad, quetta, jaipur, lucknow, kanpur, nagpur, pune,  ahmedabad, varanasi, patna, bhopal, indore,
    amritsar, chandigarh, kochi, thiruvananthapuram, visakhapatnam, srinagar, chittagong, kandy, mandalay, chiang mai,
    da nang, haiphong, huế, surabaya, bandung, medan, yogyakarta, denpasar, cebu city, davao city, george town,
    ulaanbaatar, harbin, shenyang, dalian, qingdao, jinan, zhengzhou, hangzhou, suzhou, xiamen, fuzhou, kunming,
    lhasa, ürümqi, chongqing, changsha, nanchang, kaohsiung, incheon, daegu, gwangju, kobe, fukuoka, sendai,
    kawasaki, newcastle upon tyne, darwin, bishkek, dushanbe, ashgabat, bukhara, kutaisi, gyumri, pskov, ephesus,
    troy, sparta, thebes, corinth, antioch, nineveh, hollywood, brooklyn, manhattan, versailles, pompeii, babylon,
    carthage
    """
)

PEOPLES = _words(
    """
    african american european asian australian british english scottish welsh irish french german italian spanish
    portuguese dutch belgian swiss austrian polish czech slovak hungarian romanian bulgarian greek turkish russian
    ukrainian belarusian estonian latvian lithuanian finnish swedish norwegian danish icelandic serbian croatian
    bosnian slovenian albanian macedonian chinese japanese korean mongolian vietnamese thai indonesian malaysian
    filipino indian pakistani bangladeshi nepali afghan iranian persian iraqi syrian lebanese israeli palestinian
    jordanian saudi egyptian libyan tunisian algerian moroccan sudanese ethiopian somali kenyan ugandan nigerian
    ghanaian senegalese congolese zimbabwean mexican cuban haitian jamaican colombian venezuelan peruvian chilean
    argentine argentinian brazilian canadian roman byzantine ottoman soviet prussian viking aztec maya inca arab
    jewish muslim christian catholic protestant buddhist hindu
    """
)

_MASC = """
    aaron abdul abraham adam adolf adrian ahmed alan albert alberto alejandro aleksandr alessandro alex? alexander
    alfred ali allan allen anatoly anders andré andre andreas andrei andrew andy angelo anthony anton antonio archibald
    aristotle arnold arthur ben benedict benito benjamin bernard bernie bill billy bob bobby boris brad bradley brandon
    brendan brett brian bruce bruno bryan carl carlo carlos cecil charles charlie christian? christoph christopher
    chuck claude claudio clement clive colin cristiano craig cyril dan daniel danny darren dave david dean dennis
    derek desmond dick diego dimitri dmitri dmitry don donald doug douglas duncan dwight earl? ed eddie edgar edmund
    eduard eduardo edward edwin eli elias elliott elon emil emmanuel enrico eric erik ernest ernst erwin eugene evan
    fabio federico felix ferdinand fernando fidel francesco francis? francisco francois françois frank franklin franz
    fred frederic frederick fredrik friedrich fritz fyodor gabriel galileo gareth gary gavin geoff geoffrey george
    georg gerald gerard gilbert giovanni giuseppe gordon graham greg gregory guido gustav guy? hank hans harold harry
    hassan hector heinrich helmut henri henrik henry herbert herman hermann homer horace howard hubert hugh hugo
    humphrey hussein ian ibrahim igor immanuel isaac ivan jack jacob jacques jake jakob james jan? jared jason javier
    jay jean? jeff jefferson? jeffrey jens jeremy jerome jerry jesus jim jimmy joachim joaquin joe joel johan johann
    johannes john johnny jon jonas jonathan jorge jose josé josef joseph josh joshua juan julian? julio julius jürgen
    justin karl keith ken kenneth kenny kevin khalid klaus klim kofi konrad konstantin kurt kyle lance larry lars
    laurence lawrence lee? leif leo leon leonard leonardo leonhard leonid leopold leroy leslie? lewis lionel louis?
    luca lucas ludwig luigi luis luke luther mahmoud malcolm manuel marc marcel marco marcus mario mark markus marshall
    martin marvin mathew matt matteo matthew maurice max maximilian michael michel mick miguel mikael mike mikhail
    miles milton mohamed mohammad mohammed moses muhammad murray nathan nathaniel ned neil nelson neville nicholas
    nick nicolas niels nigel nikita nikola nikolai noah noam noel norman oleg oliver omar orlando? oscar oswald otto
    owen pablo patrick paul pavel pedro percy pete peter phil philip philippe philipp pierre pietro plato rafael ralph
    ramon randolph randy raphael raúl ray raymond reginald rené ricardo richard rick rob robert roberto robin? rod
    roger roland roman? ron ronald ross roy rudolf rudolph rupert russell ryan sam? samuel scott sean sebastian
    sergei sergey sergio seth shane sherlock sid sidney? sigmund silvio simon socrates stan stanley stefan stephen
    steve steven stuart sven ted terence terry? theodore thomas tim timothy toby todd tom tommy tony tyler ulysses
    umberto vasily victor viktor vincent vincenzo vladimir voltaire walter warren wayne werner wilhelm will? willem
    william willie winston wolfgang woodrow xavier yuri yves zachary"""
_FEM = """
    abigail ada adele agatha agnes aisha alexandra alexis? alice alicia alison allison amanda amelia amy ana anastasia
    andrea? angela angelina anita ann anna anne annette annie antoinette april? ariana astrid audrey barbara beatrice
    becky bella bernadette bertha beth betty beverly birgit brenda brigitte britney camilla carla carmen carol carole
    caroline carolyn carrie catherine cathy cecilia celia charlotte? chelsea? cheryl chloe christina christine cindy
    claire clara claudia cleopatra clémentine colleen condoleezza connie constance cora courtney cynthia daisy dana?
    danielle daphne deborah debbie denise diana diane dolores donna dora doris dorothy edith eileen elaine eleanor
    elena elisabeth eliza elizabeth ella ellen elsa emilia emily emma erika erin esther ethel eugenia eva eve evelyn
    fatima felicia fiona florence? frances frida gabriela gabrielle gail gemma genevieve georgina geraldine gertrude
    gina ginny gisela giulia gladys gloria grace greta gretchen gwen gwendolyn hannah harriet hazel heather heidi helen
    helena helga henrietta hilary hilda hillary ida ines ingrid irene irina iris isabel isabella isadora ivanka
    jacqueline jane janet janice jasmine jean? jeanne jenna jennifer jenny jessica jessie? jill jo joan joanna joanne
    jocelyn josephine joyce juanita judith judy julia juliana julie juliet june? karen karin kate katharina katherine
    kathleen kathryn kathy katie katrina katy kelly? kerstin kim? kimberly kirsten kristen kristin kristina laura
    lauren leila lena leslie? lily linda lisa liz liza lois lola lorraine louise lucia lucille lucy lydia lynn
    madeleine madonna maggie manju margaret margarita margot maria mariah marianne marie marilyn marina marion? marjorie
    marlene martha martina mary matilda maud maureen maxine maya? megan melanie melinda melissa meryl michelle mildred
    milena miranda miriam moira mollie molly monica muriel nadia nancy naomi natalia natalie natasha nellie nicola?
    nicole nina nora norma olga olivia ophelia oprah pamela patricia paula pauline peggy penelope petra phoebe phyllis
    priscilla rachel ramona raquel rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruth
    sabine sabrina sally samantha sandra sara sarah scarlett selma serena sharon sheila shirley silvia simone sonia
    sophia sophie stella stephanie sue susan susanna susie suzanne svetlana sylvia tamara tanya tara tatiana teresa
    thelma theresa tiffany tina tracy? trudy ursula valentina valerie vanessa vera veronica victoria? viola violet?
    virginia? vivian? wendy whitney wilhelmina winifred yoko yolanda yulia yvonne zoe zelda"""

FIRST_NAMES = {name: "masc" for name in _words(_MASC) if name[-1] != "?"} | {
    name: "fem" for name in _words(_FEM) if name[-1] != "?"
}
"""First names that are given to one sex nearly always."""
OTHER_FIRST_NAMES = frozenset(name[:-1] for name in _words(_MASC + _FEM) if name[-1] == "?")
"""First names that tell no gender, or that are another word or a place as often."""


_AMBIGUOUS = _names("georgia, washington, new york, victoria, luxembourg, congo, panama, singapore, halifax, kingston")
"""Names of places of two ranks, or of many places."""


def gender_of_name(first_name: str) -> str:
    """*masc*, *fem*, or empty for a first name that is not known or given to both."""
    return FIRST_NAMES.get(first_name.casefold(), "")


def place_rank(text: str) -> str:
    """continent, country, region or city for a well-known place; empty otherwise. A leading article is ignored."""
    name = text.casefold().removeprefix("the ").strip()
    ranks = (("continent", CONTINENTS), ("country", COUNTRIES), ("region", REGIONS), ("city", CITIES))
    return next((rank for rank, names in ranks if name in names), "")


def place_noun(text: str) -> str:
    """What a *which* is followed by for a well-known place: *country*, *state*, *city*; empty where two are meant.

    *Georgia* is a country and a state, *New York* a state and a city.
    """
    name = text.casefold().removeprefix("the ").strip()
    if name in _AMBIGUOUS:
        return ""
    return "state" if name in STATES else place_rank(name)
