package inspection

import "github.com/openropa/ropa/register/words"

// labels are the words of the first page.
var labels = map[string]words.Entry{
	"title": {"Documents for an inspection", "Documenten voor een onderzoek door de toezichthouder", "Unterlagen für eine Prüfung durch die Aufsichtsbehörde", "Documents pour un contrôle"},

	"contents":      {"What is in this archive", "Wat dit archief bevat", "Inhalt dieses Archivs", "Contenu de cette archive"},
	"document":      {"Document", "Document", "Dokument", "Document"},
	"about":         {"What it tells", "Wat het vertelt", "Inhalt", "Ce qu’il indique"},
	"files":         {"Files", "Bestanden", "Dateien", "Fichiers"},
	"section.check": {"How to check the files", "De bestanden controleren", "Prüfung der Dateien", "Vérifier les fichiers"},
	"left-out":      {"What has been left out", "Wat is weggelaten", "Was nicht enthalten ist", "Ce qui n’est pas inclus"},

	"register": {"Record of processing activities", "Register van verwerkingsactiviteiten", "Verzeichnis von Verarbeitungstätigkeiten", "Registre des activités de traitement"},
	"register.about": {
		"The record of Art. 30 GDPR, activity by activity, with the parties, transfers, retention, measures and systems that belong to it.",
		"Het register van art. 30 AVG, verwerking voor verwerking, met de partijen, doorgiften, bewaartermijnen, maatregelen en systemen die erbij horen.",
		"Das Verzeichnis nach Art. 30 DSGVO, Tätigkeit für Tätigkeit, mit den zugehörigen Beteiligten, Übermittlungen, Löschfristen, Maßnahmen und Systemen.",
		"Le registre de l’art. 30 du RGPD, traitement par traitement, avec les acteurs, transferts, durées de conservation, mesures et systèmes qui s’y rattachent.",
	},
	"layout": {"Record in the layout of an authority", "Register in de indeling van een toezichthouder", "Verzeichnis nach dem Muster einer Aufsichtsbehörde", "Registre selon le modèle d’une autorité"},
	"layout.about": {
		"What the template of the authority asks for, in its order. The record above holds more.",
		"Wat het model van de toezichthouder vraagt, in die volgorde. Het register hierboven bevat meer.",
		"Was das Muster der Aufsichtsbehörde verlangt, in dessen Reihenfolge. Das Verzeichnis oben enthält mehr.",
		"Ce que demande le modèle de l’autorité, dans son ordre. Le registre ci-dessus en contient davantage.",
	},
	"processors": {"Processors and sub-processors", "Verwerkers en subverwerkers", "Auftragsverarbeiter und Unterauftragsverarbeiter", "Sous-traitants et sous-traitants ultérieurs"},
	"processors.about": {
		"Who processes personal data on behalf of the organisation and whom they engage: service, data, country, safeguards, contract (Art. 28 GDPR).",
		"Wie namens de organisatie persoonsgegevens verwerkt en wie zij inschakelen: dienst, gegevens, land, waarborgen, overeenkomst (art. 28 AVG).",
		"Wer im Auftrag der Organisation personenbezogene Daten verarbeitet und wen diese heranziehen: Leistung, Daten, Land, Garantien, Vertrag (Art. 28 DSGVO).",
		"Qui traite des données pour le compte de l’organisation et qui intervient ensuite : service, données, pays, garanties, contrat (art. 28 du RGPD).",
	},
	"transfers": {"Transfers outside the European Economic Area", "Doorgiften buiten de Europese Economische Ruimte", "Übermittlungen außerhalb des Europäischen Wirtschaftsraums", "Transferts hors de l’Espace économique européen"},
	"transfers.about": {
		"To which countries and organisations data go, through whom, and what each transfer rests on (Art. 44–49 GDPR).",
		"Naar welke landen en organisaties gegevens gaan, via wie, en waarop elke doorgifte berust (art. 44–49 AVG).",
		"In welche Länder und an welche Organisationen Daten gehen, über wen und auf welcher Grundlage (Art. 44–49 DSGVO).",
		"Vers quels pays et organisations vont les données, par qui, et sur quoi repose chaque transfert (art. 44 à 49 du RGPD).",
	},
	"retention": {"Retention schedule", "Bewaartermijnen", "Löschfristen", "Durées de conservation"},
	"retention.about": {
		"How long data are kept, from when, by which law, and what happens then (Art. 30(1)(f) GDPR).",
		"Hoe lang gegevens worden bewaard, vanaf wanneer, volgens welke wet, en wat er daarna gebeurt (art. 30 lid 1 onder f AVG).",
		"Wie lange Daten aufbewahrt werden, ab wann, nach welchem Gesetz und was danach geschieht (Art. 30 Abs. 1 lit. f DSGVO).",
		"Combien de temps les données sont conservées, à compter de quand, en vertu de quelle loi, et ce qu’il en advient ensuite (art. 30, § 1, f), du RGPD).",
	},
	"dpias": {"Data protection impact assessments", "Gegevensbeschermings\u00adeffectbeoordelingen (DPIA’s)", "Datenschutz-Folgenabschätzungen", "Analyses d’impact relatives à la protection des données"},
	"dpias.about": {
		"Of each activity whether an assessment is needed or was made, with its outcome or the reason why there is none (Art. 35 and 36 GDPR).",
		"Per verwerking of een beoordeling nodig of gemaakt is, met de uitkomst of de reden waarom zij er niet is (art. 35 en 36 AVG).",
		"Je Tätigkeit, ob eine Folgenabschätzung erforderlich ist oder vorliegt, mit dem Ergebnis oder dem Grund, warum es keine gibt (Art. 35 und 36 DSGVO).",
		"Pour chaque traitement, si une analyse est nécessaire ou a été menée, avec son résultat ou la raison de son absence (art. 35 et 36 du RGPD).",
	},
	"findings": {"What the register does not show", "Wat het register niet laat zien", "Was das Verzeichnis nicht zeigt", "Ce que le registre ne montre pas"},
	"findings.about": {
		"Notes of the organisation itself: what the record does not show although the law asks for it, and what of it the organisation accepts for a time, who decided so, why and until when.",
		"Aantekeningen van de organisatie zelf: wat het register niet laat zien terwijl de wet erom vraagt, en wat de organisatie daarvan tijdelijk aanvaardt, wie dat besloot, waarom en tot wanneer.",
		"Eigene Notizen der Organisation: was das Verzeichnis nicht zeigt, obwohl das Gesetz danach fragt, und was davon die Organisation befristet hinnimmt, wer das entschieden hat, warum und bis wann.",
		"Notes de l’organisation elle-même : ce que le registre ne montre pas alors que la loi le demande, ce qu’elle en accepte pour un temps, qui l’a décidé, pourquoi et jusqu’à quand.",
	},
	"whole": {"The register as data", "Het register als gegevens", "Das Verzeichnis als Daten", "Le registre sous forme de données"},
	"whole.about": {
		"The register itself, whole, as canonical JSON. It holds internal notes.",
		"Het register zelf, geheel, als canonieke JSON. Het bevat interne notities.",
		"Das Verzeichnis selbst, vollständig, als kanonisches JSON. Es enthält interne Notizen.",
		"Le registre lui-même, entier, en JSON canonique. Il contient des notes internes.",
	},
	"sums":       {"Checksums", "Controlegetallen", "Prüfsummen", "Sommes de contrôle"},
	"sums.about": {"The SHA-256 of each of the other files.", "De SHA-256 van elk van de andere bestanden.", "Der SHA-256-Wert jeder anderen Datei.", "L’empreinte SHA-256 de chacun des autres fichiers."},

	"formats": {
		"docx is for Word and other word processors, pdf to read and print, html for a browser, xlsx to sort and count, data.json for programs. All files of a document tell the same.",
		"docx is voor Word en andere tekstverwerkers, pdf om te lezen en af te drukken, html voor een browser, xlsx om te sorteren en te tellen, data.json voor programma’s. Alle bestanden van een document vertellen hetzelfde.",
		"docx ist für Word und andere Textprogramme, pdf zum Lesen und Drucken, html für den Browser, xlsx zum Sortieren und Zählen, data.json für Programme. Alle Dateien eines Dokuments haben denselben Inhalt.",
		"docx est destiné à Word et aux autres traitements de texte, pdf à la lecture et à l’impression, html à un navigateur, xlsx au tri et au comptage, data.json aux programmes. Tous les fichiers d’un document ont le même contenu.",
	},
	"left-out.findings": {
		"The organisation’s own list of what the register does not show (findings, and which of them it accepts for a time).",
		"De eigen lijst van de organisatie van wat het register niet laat zien (bevindingen, en welke daarvan zij tijdelijk aanvaardt).",
		"Die eigene Liste der Organisation mit dem, was das Verzeichnis nicht zeigt (Feststellungen, und welche davon sie befristet hinnimmt).",
		"La liste que l’organisation tient elle-même de ce que le registre ne montre pas (constats, et ceux qu’elle accepte pour un temps).",
	},
	"left-out.notes": {
		"What the register marks as internal: open questions, doubts, and the organisation’s own estimate of risks.",
		"Wat het register als intern aanmerkt: open vragen, twijfels en de eigen inschatting van risico’s door de organisatie.",
		"Was das Verzeichnis als intern kennzeichnet: offene Fragen, Unsicherheiten und die eigene Risikoeinschätzung der Organisation.",
		"Ce que le registre marque comme interne : questions ouvertes, incertitudes et estimation des risques par l’organisation.",
	},
	"left-out.other-notes": {
		"What the register marks as internal, apart from what the findings tell of it: open questions, doubts, and the organisation’s own estimate of risks.",
		"Wat het register als intern aanmerkt, behalve wat de bevindingen ervan vertellen: open vragen, twijfels en de eigen inschatting van risico’s door de organisatie.",
		"Was das Verzeichnis als intern kennzeichnet, außer was die Feststellungen davon angeben: offene Fragen, Unsicherheiten und die eigene Risikoeinschätzung der Organisation.",
		"Ce que le registre marque comme interne, sauf ce que les constats en disent : questions ouvertes, incertitudes et estimation des risques par l’organisation.",
	},
	"left-out.whole": {
		"The register as its keeper writes it (canonical JSON), because it holds these notes. The file data.json holds all that the record tells here.",
		"Het register zoals de beheerder het schrijft (canonieke JSON), omdat het die notities bevat. Het bestand data.json bevat alles wat het register hier vertelt.",
		"Das Verzeichnis in der Form, in der es geführt wird (kanonisches JSON), weil es diese Notizen enthält. Die Datei data.json enthält alles, was das Verzeichnis hier angibt.",
		"Le registre tel qu’il est tenu (JSON canonique), parce qu’il contient ces notes. Le fichier data.json contient tout ce que le registre indique ici.",
	},
	"check": {
		"The file SHA256SUMS has a line for each file. In the folder of the files, this command tells whether any of them was changed:",
		"Het bestand SHA256SUMS heeft een regel voor elk bestand. Deze opdracht vertelt, in de map met de bestanden, of er een is gewijzigd:",
		"Die Datei SHA256SUMS enthält eine Zeile je Datei. Im Ordner der Dateien zeigt dieser Befehl, ob eine davon verändert wurde:",
		"Le fichier SHA256SUMS comporte une ligne par fichier. Dans le dossier des fichiers, cette commande indique si l’un d’eux a été modifié :",
	},
	"check.hash": {
		"The hash of the register (its fingerprint) at the head of each document is the SHA-256 of register.json.",
		"De hash (vingerafdruk) van het register, bovenaan elk document, is de SHA-256 van register.json.",
		"Die Prüfsumme des Verzeichnisses am Anfang jedes Dokuments ist der SHA-256-Wert von register.json.",
		"L’empreinte du registre, en tête de chaque document, est la SHA-256 de register.json.",
	},
}
