"""Common given names, written down from general knowledge: one sign among others that two capitals name a person.

The list is modest on purpose. A name that is not here is still found by its title, its age or what it does; a word that
is a place or a thing as often as a name ("Paris", "Florence", "Hope", "April") is left out. Names are lower case with
their accents; the look-up folds them.
"""

from testigo.reference.names import fold_name

_MALE = """
aaron abraham adam adrian aidan alan albert alec alejandro alex alexander alexis alfred alfredo allan allen alvin amos
anderson andre andrea andrés andrew ángel angelo anthony antoine antonio antónio armando arnold arthur arturo augusto
austin barry bartholomew ben benito benjamin bernard bert bill billy blake bobby boris brad bradley brandon brendan
brent brett brian bruce bruno bryan byron caleb calvin cameron carl carlos carlton casey cecil cedric césar charles
charlie chester chris christian christopher clarence claude clayton clifford clint clyde cody colin connor corey craig
cristian cristóbal curtis cyril dale damian damien damon dan daniel danny dante darius darnell darrell darren darryl
daryl dave david dean dennis derek derrick desmond devin devon diego dominic dominique don donald donte douglas duane
dustin dwayne dwight dylan earl eddie edgar edmund eduardo edward edwin eladio eli elías elijah elliot elmer emanuel
emiliano emilio emmanuel enrique eric erik ernest ernesto esteban ethan eugene evan evo fabio federico felipe felix
fernando fidel floyd francis francisco françois frank franklin fred freddie freddy frederick gabriel garrett gary
gavin gene geoffrey george gerald gerard gerardo gerry gilbert gilberto giovanni glen glenn gonzalo gordon graham greg
gregory guillermo gustavo guy harold harry harvey hector héctor henry herbert herman hernán homer horacio howard
hubert hugh hugo ian israel ignacio isaac isaiah ismael iván ivan jack jackson jacob jacques jaime jake jamal james
jamie jared jason javier jay jean jeff jefferson jeffery jeffrey jeremiah jeremy jermaine jerome jerry jesse jesús jim
jimmy joaquín joe joel joey john johnathan johnnie johnny jon jonathan jordan jorge josé joseph josh joshua josué juan
julian julián julio julius justin karl keith kelvin ken kendrick kenneth kenny kent kevin kirk kurt kyle lamar lance
larry lawrence lee leo leon leonard leonardo leroy leslie lester levi lewis liam lionel lloyd lonnie lorenzo louis
lucas luciano luis luke luther manuel marc marcel marcelo marco marcos marcus mariano mario mark marlon marquis
marshall martin martín marvin mason mateo mathew matt matthew maurice mauricio max maxwell melvin michael miguel mike
miles milton mitchell moisés morris moses nathan nathaniel neil nelson nicholas nick nicolas nicolás noah noel norman
octavio oliver omar orlando oscar óscar osvaldo otto owen pablo patrick paul pedro percy perry peter phil philip
phillip pierre rafael ralph ramiro ramón randall randy raúl ray raymond reginald rené reuben ricardo richard rick
ricky rob robert roberto robin rodney rodolfo rodrigo roger roland rolando román ron ronald ronnie rory rosendo ross
roy rubén rudolph rudy russell ryan salvador salvatore sam sammy samuel scott sean sebastián seth shane shaun shawn
sheldon sidney simón simon stanley stephen sterling steve steven stewart stuart ted terence terrance terrell terrence
terry theodore thomas tim timothy toby todd tom tomás tommy tony travis trevor troy tyler tyrone ulises vernon vicente
víctor victor vincent vladimir wade wallace walter warren wayne wendell wesley wilfredo willard william willie wilson
xavier bettie herschel damion santiago zachary alonso álvaro abimael alberto alfonso aurelio baltasar darío efraín
eliseo ezequiel fabián gaspar germán gilmar hernando humberto inocencio jacinto joão leandro luiz marcelino néstor
óliver rogelio romeo rosario silvio teodoro timoteo wilmer yamil abbas abdalla abdallah abdel abdelaziz abdelkader
abdelmalek abdirahman abdu abdul abdulaziz abdulkarim abdullah abdullahi abdulrahman abu adel adnan ahmad ahmed akram
akbar ali amin amir ammar anas anwar arif asad ashraf asif aslam atiku ayatollah ayman azam aziz babagana babar bakr
baqir basel bashar bashir bilal burhan daoud dawood faisal farid farouk faruk fathi fawzi fazal fouad gamal ghulam
habib hadi hafiz haidar hakeem hakim hamad hamdi hameed hamid hamza haroon hasan hashim hassan haytham hisham hosni
hossam hossein husain hussain hussein ibrahim idris ilyas imad imran iqbal ismail izz jabbar jafar jalal jamil jawad
kamal kamran karim kashif kemal khaled khalid khalil khan liaquat mahdi mahmood mahmoud majid malik mansoor mansour
marwan masood massoud maulana mehdi mehmet mohamad mohamed mohammad mohammed mohsen mohsin moqtada moussa mubarak
muhammad muhammadu muhsin mujahid mukhtar mullah munir murad murtaza musa mustafa muhammed nabil nadeem nader naeem
nasir nasrallah nasser nawaz nizar nouri nuri osama osman othman pervez qais qasem qasim qassem raad rafiq rahim
rahman ramzi rashid rauf riad riaz rifaat sabri saddam sadiq saeed safwat said sajid salah saleh salem salim salman
sami samir saud sayed sayyid selim shahid shafiq shakil sharif suleiman sulaiman syed tahir taha talal tamer tareq
tariq tayyip turki umar usman wael waleed walid yahya yasin yasser yassin yousef youssef yusuf zahid zain zaki zayed
zubair abiodun abubakar adamu aliyu aminu babatunde buba chike chinedu chukwu emeka femi goodluck ibrahima ifeanyi
ikechukwu kabiru kofi kwame lamine lukman mamadou modu nnamdi obinna olusegun oumar paulinus sani sanusi segun sekou
shehu tunde uche umaru yakubu thabo jomo mwai laurent félix étienne akira hiroshi kenji takeshi kim jong jun wei xi
jinping hu li zhang chen wang nguyen tran minh somchai benigno aleksandr aleksei alexei alexey anatoly andrei andriy
anton arkady artem bogdan dmitri dmitry evgeny fyodor gennady gleb grigory igor ihor kirill konstantin leonid maksim
maxim mikhail mykola nikita nikolai oleg oleh oleksandr pavel petro ramzan roman ruslan semyon sergei sergey serhiy
stanislav stepan taras vadim valery vasily viktor vitaly volodymyr vyacheslav yaroslav yevgeny yuri zelimkhan slobodan
ratko radovan zoran dragan milan goran abdulla ajay ajit amit anand anil arjun arun arvind ashok atal babu deepak
dinesh ganesh gopal govind hari harish jagdish kishore krishna kumar mahesh manmohan manoj mohan mukesh murali
narendra naresh nitin pankaj prakash pranab prasad raj rajesh rajiv rajnath raju ram rakesh ramesh ravi sachin sanjay
santosh satish shankar shiv shyam sunil suresh ujjwal venkatesh vijay vikram vinod yogi mahinda velupillai ahmet burak
cemal cem devlet doğan emre ercan erdal fatih ferhat hakan hüseyin kenan murat oguz recep selahattin serkan tayfun
yaşar yilmaz mazloum masoud nechirvan hans heinrich helmut jürgen klaus uwe wolfgang werner stefan sven anders lars
jens nils ole bjørn gunnar jan piet willem giuseppe luigi matteo paolo pietro gérard jérôme mathieu olivier pascal
philippe thierry yves benoît ehud ariel yitzhak shimon moshe avigdor yossi tzvi jose jesus raul ramon cesar angel
andres ruben nestor efrain german fabian joao cristobal sebastian tomas rene deandre deshawn dequan jaquan jayden
kadeem lavar jamarion jaquez jaylon jaylen jaleel javon davion davonte deonte deonta dontae dontrell devin dewayne
kareem keon keyon lamont malcolm marcellus markeith martavious montrell quentin quinton raheem rasheed shaquille
terrell tremaine trevon tyquan tyshawn vaughn antwan antwon cedrick clarance cornell darion
darrion darryl delano demarco demarcus deangelo denzel desean djuan dre edwardo elroy emmett everett
ezra floyd forrest genaro geovanny gerardo heriberto hilario isidro jaden jadon jovan jovani julio kody kristopher
kyler landon lathan lonzo maximiliano mekhi micah milo misael myles nasir nikolas osvaldo porfirio quincy ramsey
refugio rigoberto ronaldo ruslan saul servando silas sylvester theo titus tobias trayvon trevion ulysses uriel
valentin waylon wesley wilbert wilbur wiley zander zechariah jeremias jonah joaquin lorenz alvaro kristoffer
kadeem lavar marquise rashad tavon trayvon treyvon tyrell tyree tyrese demetrius dashawn jamar jalen devonte donnell
cortez brayden cory zach zack nate nicky skyler tanner trent tyson brody colton chase clay cole drew grant gage kaden
logan
"""
_FEMALE = """
abigail ada adriana agnes aisha alana alejandra alexandra alexis alice alicia alison altagracia alyssa amanda amber
amelia amy ana anastasia andrea angela angelica anita ann anna annabel anne annette annie antonia ariana ashley audrey
barbara beatrice beatriz becky belinda bernadette bernice bertha bessie beth bethany betty beverly bianca blanca
bonnie brandi brenda brianna bridget brittany brooke caitlin camila candace candice carla carmen carol caroline
carolyn carrie cassandra catalina catherine cathy cecilia celeste celia charlene chelsea cheryl christina christine
christy cindy claire clara claudia colleen connie consuelo courtney cristina crystal cynthia daisy dana daniela
danielle darlene deborah debra delia denise diana diane dolores donna dora doreen doris dorothy edith edna eileen
elaine eleanor elena elisa elizabeth ella ellen elsa emily emma erica erika erin esmeralda esperanza estela esther
ethel eunice eva evelyn fatima felicia fernanda frances gabriela gail geraldine gertrude gina gladys gloria graciela
guadalupe gwendolyn hannah heather heidi helen helena hillary holly ida inés ingrid irene iris irma isabel isabella
jackie jacqueline jane janet janice jasmine jean jeanette jeanne jennifer jenny jessica jill jimena jo joan joann
joanna joanne jocelyn josefa josefina josephine joyce juana juanita judith judy julia juliana julie june karen karina
karla katherine kathleen kathryn kathy katie katrina kayla keiko kelly kelsey kerry kim kimberly kristen kristin
kristina lakisha latasha latoya laura lauren laurie leah leila leticia lena lidia lillian linda lindsay lisa lois lola
loretta lori lorraine louise lourdes lucía lucille lucy luisa luz lydia lynn mabel madeline magdalena mandy marcia
margaret margarita maria maría mariam mariana maribel marie marilyn marina marisa marisol marjorie marlene marta
martha mary maryam maureen megan melanie melinda melissa mercedes meredith michelle mildred minerva miranda miriam
misty moira molly mónica monica nadia nancy naomi natalia natalie natasha nicole nina noelia nora norma olga olivia
pamela patricia paula pauline peggy phyllis pilar priscilla rachel ramona rebecca regina renee rhonda rigoberta rita
roberta rocío rosa rosalind rosario rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah selena
sharon sheila shelby shelly sherry shirley silvia socorro sofía sonia sophia stacey stacy stella stephanie sue susan
susana suzanne sylvia tamara tammy tanya tara tasha teresa thelma theresa tiffany tina tonya tracy valentina valeria
valerie vanessa vera veronica verónica vicky victoria viola violet virginia vivian wanda wendy whitney wilma ximena
yesenia yolanda yvette yvonne zoe amina amira aminata asma aya ayesha benazir bushra fadwa farah farida fatma fatou
hafsa hala halima hanan hawa huda iman jamila khadija laila layla leyla lubna malala mariama nafisa naima nasreen noor
nour rabia rania rasha razan reem rukmini safiya salma samira sana shireen sumaya yasmin zahra zainab zeinab zeynep
anjali asha deepa indira kavita lakshmi meena neha nirmala pooja priya radha rani rekha sita sunita sushma uma vandana
anya daria ekaterina galina irina ivana ksenia larisa ludmila lyudmila nadezhda natalya oksana olena polina svetlana
tatiana tatyana yelena yulia zhanna aung mei ngozi chioma aïcha nneka folake funmi aaliyah alexa alexia amani aniyah
ariel breanna brielle dominique ebony imani jada jasmin jayla kaitlyn kaylee keisha kiara kierra lashonda latisha
makayla mckenzie mackenzie nevaeh nia raven shanice tamika tiana tanisha tierra tyra jassely haley hailey harley
aniya anaya ariana arianna ashanti ava briana bria candice carmella catrina chanel chantel chloe dasia
deja earline earnestine ernestine gianna jaelyn janae jayda jazmin jazmine jessie
kaitlin kamya karissa kayleigh keyana kiana kiera krystal lakeisha lakeshia laquita latonya latrice lawanda
leilani lily lorena maliyah marissa mattie maya mia miracle myra nakia natalya nichole octavia olivia
patrice porsha quiana rochelle rosie sade serenity shaniqua shantel shania shanna
shawna sierra sophie tabitha taneisha tania tatyana tawanda tia toni tyesha velma yazmin
zaria zoey rosetta rosalie kendra kendall kylie lacey lexi lyric mallory mikayla paige skylar taylor
"""
# Given names that tell no sex by themselves.
_EITHER = frozenset(
    """
  alexis andrea ariel angel casey dana dominique jackie jean jordan kelly kerry kim lee leslie noor robin rosario
  taylor terry tracy jamie
  """.split()
)


def _folded(names: str) -> frozenset[str]:
    return frozenset(fold_name(name) for name in names.split())


MALE_NAMES = _folded(_MALE) - _EITHER
FEMALE_NAMES = _folded(_FEMALE) - _EITHER
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES | _EITHER


def is_given_name(word: str) -> bool:
    """Is this a common given name? A hyphenated one is if its first part is ("Jean-Luc")."""
    folded = fold_name(word)
    return folded in GIVEN_NAMES or (" " in folded and folded.split()[0] in GIVEN_NAMES)
