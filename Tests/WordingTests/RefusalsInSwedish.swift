extension RefusalSamples {
  /// The messages of all samples in Swedish, in their order, as people see them.
  static let inSwedish = """
    M-0042 finns inte i liggaren.
    Kända åtgärder: M-0001, M-0002 och M-0012. Se ”liggare measure list”.

    D-0001 finns inte i liggaren.
    Liggaren har inga beslut. Se ”liggare decision list”.

    Liggaren är inte öppnad.
    Öppna den med ”liggare journal init”.

    M-0002 finns redan i liggaren.
    Nästa lediga beteckning är M-0013.

    C-0001 finns redan i liggaren.
    Använd en ledig beteckning. Se ”liggare case list”.

    Liggaren är redan öppnad.
    En ny liggare öppnas i en egen mapp.

    M-0007 är en åtgärd; här väntades ett beslut, som D-0001.
    Se ”liggare decision list”.

    Händelsen ”återremitterad” (measure.referred-back) gäller åtgärder, men B-0001 är ett organ.
    Ange en åtgärd, som M-0001.

    ”centrun” finns inte bland medborgarlöftets stadsdelar. Menade du ”centrum”?
    Kända stadsdelar: centrum, norr, navertorp.

    ”polis” finns inte bland medborgarlöftets parter.
    Medborgarlöftet har inga parter. Se ”liggare promise amend --help”.

    ”2022-T4” är ingen av liggarens redovisningsperioder.
    Liggarens perioder: 2022-T1, 2022-T2, slutrapport.

    ”2022-T1” är ingen av liggarens redovisningsperioder.
    Liggaren har inga redovisningsperioder.

    ”vandringr” är inget av åtgärdens delmål. Menade du ”vandringar”?
    Åtgärdens delmål: ”vandringar”, ”kontroller”.

    ”x” är inget av åtgärdens delmål.
    Åtgärden har inga delmål. Se ”liggare measure amend --help”.

    ”norr” förekommer redan i listan över stadsdelar.
    Ange det bara en gång.

    ”M-0001” förekommer redan i listan över åtgärder.
    Ange det bara en gång.

    ”vandringar” förekommer redan i listan över delmål.
    Ange det bara en gång.

    Handlingen med kontrollsumman e3b0c442 är redan bifogad.
    Den behöver inte bifogas igen.

    ”M-0001” är redan sekretessmarkerat.
    Häv den tidigare markeringen först, om den ska ersättas.

    En nyckel med namnet ”kommunen” är redan registrerad.
    Använd ett annat namn, eller ta den gamla nyckeln ur bruk först.

    Fältet ”title” (rubrik) är tomt.
    Det som inte är känt utelämnas; det skrivs inte som en tom text.

    Skälet efter --irregular är tomt.
    Skriv varför: --irregular "skäl".

    Fältet ”deviation” (avvikelse) saknas.
    Förklara varför åtgärden inte har genomförts, eller inte helt.

    Fältet ”promise” (medborgarlöfte) saknas.
    Ange medborgarlöftet. Bara en beslutad åtgärd kan stå utanför ett löfte.

    Åtgärden har inget slutdatum att flytta fram.
    Om det saknas av misstag kan förslaget korrigeras med ”liggare correct”.

    Fältet ”value” (värde) saknas.
    Ange värdet. Bara en medborgardialog kan sakna värde.

    Fältet ”statement” (redogörelse) saknas.
    En medborgardialog utan värde behöver en redogörelse för vad som framkom.

    Fältet ”targets[1].value” (delmål 2 / målvärde) saknas.
    Ange ett målvärde, eller utelämna jämförelsen.

    Fältet ”grounds” (underlag) saknas.
    Ange vad lägesbilden bygger på: trygghetsmätning, medborgardialog, medarbetare eller statistik.

    Fältet ”parties” (parter) saknas.
    Ange minst en part till löftet.

    Fältet ”commitments” (löften) saknas.
    Ange minst en sak som parterna lovar, med löftets egna ord.

    Fältet ”commitments” (gallrade värden) saknas.
    Ange vilka förseglade värden som har gallrats.

    Fältet ”authority.organ” (beslutsbefogenhet / organ) saknas.
    Ange vilket organ det gäller, som B-0001.

    Fältet ”authority.delegation” (beslutsbefogenhet / delegation) saknas.
    Ange delegationen, som G-0001. Om befogenheten inte är känd anges slaget unknown.

    Fältet ”nothingKnown” saknas.
    Ange det och upprepa kommandot.

    En åtgärd som gäller hela kommunen kan inte också gälla vissa stadsdelar.
    Ange det ena eller det andra.

    Bara ett delegationsbeslut kan vila på en delegation.
    Utelämna delegationen, eller ange slaget delegated.

    Bara ett beslut av ett organ fattas på ett sammanträde.
    Utelämna sammanträdet, eller ange slaget body.

    Sammanträdet hör till ett annat organ.
    Rätta organet eller sammanträdet. Se ”liggare meeting list”.

    Sammanträdet är inställt; inget kan ha skett där.
    Ange sammanträdet där det skedde. Hölls det ändå, makulera uppgiften att det ställdes in (”liggare reverse”). Se ”liggare meeting list”.

    Ett nulägesvärde måste ha ett värde.
    Ange värdet, eller utelämna att det är ett nulägesvärde.

    En korrigering eller makulering har inget eget händelsedatum: den gäller uppgiften från början.
    Utelämna datumet.

    En korrigering eller makulering har inget eget händelsedatum: den gäller uppgiften från början.
    Utelämna datumet.

    T-0001 är planerat för ett annat organ.
    Se ”liggare meeting show T-0001”.

    G-0001 kan inte vara vidaredelegerad från sig själv.
    Ange den delegation som G-0001 vilar på.

    Fälten ”deadline” (slutdatum) och ”until” (till) kan inte båda vara som de anges.
    Utelämna eller rätta ett av dem.

    Tiden börjar 2023-12-31 men slutar redan 2022-01-01.
    Den sista dagen ska vara samma dag som den första eller senare.

    Fältet ”reporting.timesPerYear” (redovisning / gånger per år) är 13, men ska vara från 1 till 12.
    Rätta talet och upprepa kommandot.

    Fältet ”order” (ordning) är 0, men ska vara minst 1.
    Rätta talet och upprepa kommandot.

    Fältet ”format” (formatversion) är 2, men ska vara 1.
    Rätta talet och upprepa kommandot.

    Det nya slutdatumet 2022-05-01 är inte senare än det nuvarande, 2022-06-01.
    Ange ett senare datum. Om det nuvarande är felskrivet korrigeras det med ”liggare correct”.

    ”återremitterad” kan inte registreras: åtgärden är beslutad.
    Se ”liggare measure show”. Om en tidigare uppgift är fel kan den korrigeras (”liggare correct”) eller makuleras (”liggare reverse”).

    ”påbörjad” kan inte registreras: åtgärden pågår.
    Se ”liggare measure show”. Om en tidigare uppgift är fel kan den korrigeras (”liggare correct”) eller makuleras (”liggare reverse”).

    ”nyckel tagen ur bruk” kan inte registreras: ingen nyckel i bruk har det namnet.
    Om en tidigare uppgift är fel kan den korrigeras (”liggare correct”) eller makuleras (”liggare reverse”).

    ”sekretessmarkering hävd” kan inte registreras: det finns ingen sekretessmarkering att häva.
    Om en tidigare uppgift är fel kan den korrigeras (”liggare correct”) eller makuleras (”liggare reverse”).

    ”återupptaget” kan inte registreras: ärendet är i läget ”something-new”.
    Se ”liggare case show”. Om en tidigare uppgift är fel kan den korrigeras (”liggare correct”) eller makuleras (”liggare reverse”).

    Kommandot ändrar ingenting: det som anges gäller redan, eller inget anges.
    Ange det som ska ändras.

    M-0007 har ingen händelse 00000000-0000-4000-8000-000000000001.
    Se ”liggare audit trace M-0007”.

    Fältet ”dedline” kan inte korrigeras i den händelsen. Menade du ”deadline”?
    Fält som kan korrigeras: effective, title, deadline.

    En korrigering, en makulering eller en annan händelse om en uppgift kan inte korrigeras.
    En korrigering kan makuleras med ”liggare reverse”, och uppgiften registreras på nytt.

    Ingen post om det har fältet ”titl”. Menade du ”title”?
    Fält: note, title.

    Fältet ”deadline” (slutdatum) har värdet ”2022-06-01”, men kommandot anger värdet ”2022-05-01” som tidigare värde.
    Någon kan ha korrigerat det före dig. Läs uppgiften på nytt och ange dess nuvarande värde.

    Fältet ”order” (ordning) har inget värde, men kommandot anger värdet ”1” som tidigare värde.
    Någon kan ha korrigerat det före dig. Läs uppgiften på nytt och ange dess nuvarande värde.

    Fältet ”contact” (kontaktuppgift) har värdet [maskerad], men kommandot anger inget värde som tidigare värde.
    Någon kan ha korrigerat det före dig. Läs uppgiften på nytt och ange dess nuvarande värde.

    authority.paragraph: Det nya värdet i fältet ”authority.paragraph” (beslutsbefogenhet / paragraf) går inte att läsa. Väntade en text inom citattecken, fann ett tal.

    Händelsen 00000000-0000-4000-8000-000000000001 är en makulering, och en makulering kan inte makuleras.
    Om uppgiften ska gälla registreras den på nytt.

    Händelsen 00000000-0000-4000-8000-000000000001 är redan makulerad.
    Om uppgiften ska gälla registreras den på nytt.

    Ingen händelse om detta har det förseglade värdet 0000000000000000000000000000000000000000000000000000000000000000.
    Kontrollera värdet mot händelsens rad. Se ”liggare journal erase --help”.

    Fältet ”timeZone” (tidszon) är ”Europe/Oslo”, vilket inte stöds.
    Ange Europe/Stockholm.

    Fältet ”language” (språk) är ”no”, vilket inte stöds.
    Ange sv eller en.

    Fältet ”format” (formatversion) är ”0”, vilket inte stöds.

    Uppgiften avviker från reglerna: utförd före beslut.
    Om det har hänt kan kommandot upprepas med --irregular "skäl". Uppgiften märks och blir en iakttagelse.

    Uppgiften avviker från reglerna: beslut saknas; utanför löftets giltighetstid.
    Finns ett beslut, ange det med --decision eller --authority. Skedde det en annan dag, ange --effective. Om det har hänt kan kommandot upprepas med --irregular "skäl". Uppgiften märks och blir en iakttagelse.
    """
}
