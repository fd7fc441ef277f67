package document

import "github.com/openropa/ropa/register/words"

// gapLabels are the words for what a privacy notice lacks: each follows “the
// register does not show”.
var gapLabels = map[string]words.Entry{
	"gap.controller": {"the name of the controller", "de naam van de verwerkingsverantwoordelijke", "der Name des Verantwortlichen", "le nom du responsable du traitement"},
	"gap.contact": {
		"how to reach the controller",
		"hoe de verwerkingsverantwoordelijke te bereiken is",
		"wie der Verantwortliche zu erreichen ist",
		"comment joindre le responsable du traitement",
	},
	"gap.dpo": {
		"whether there is a data protection officer, and how to reach them",
		"of er een functionaris voor gegevensbescherming is, en hoe die te bereiken is",
		"ob es einen Datenschutzbeauftragten gibt und wie er zu erreichen ist",
		"s’il y a un délégué à la protection des données, et comment le joindre",
	},
	"gap.dpo-contact": {
		"how to reach the data protection officer",
		"hoe de functionaris voor gegevensbescherming te bereiken is",
		"wie der Datenschutzbeauftragte zu erreichen ist",
		"comment joindre le délégué à la protection des données",
	},
	"gap.representative": {"the representative in the Union", "de vertegenwoordiger in de Unie", "der Vertreter in der Union", "le représentant dans l’Union"},
	"gap.authority":      {"the supervisory authority", "de toezichthouder", "die Aufsichtsbehörde", "l’autorité de contrôle"},
	"gap.notice":         {"where people find this notice", "waar mensen deze verklaring vinden", "wo diese Hinweise zu finden sind", "où trouver la présente politique"},
	"gap.notice-date":    {"the date of the published text", "de datum van de gepubliceerde tekst", "das Datum des veröffentlichten Textes", "la date du texte publié"},
	"gap.notice-where":   {"where the published text can be read", "waar de gepubliceerde tekst te lezen is", "wo der veröffentlichte Text zu lesen ist", "où le texte publié peut être lu"},
	"gap.purposes":       {"the purposes", "de doeleinden", "die Zwecke", "les finalités"},
	"gap.basis":          {"the legal basis", "de grondslag", "die Rechtsgrundlage", "la base juridique"},
	"gap.law":            {"which law lays down the obligation", "welke wet de verplichting vaststelt", "welches Gesetz die Verpflichtung vorsieht", "quelle loi prévoit l’obligation"},
	"gap.interest":       {"which legitimate interest it is", "welk gerechtvaardigd belang het is", "welches berechtigte Interesse besteht", "de quel intérêt légitime il s’agit"},
	"gap.withdrawal":     {"how consent is withdrawn", "hoe toestemming wordt ingetrokken", "wie die Einwilligung widerrufen wird", "comment le consentement est retiré"},
	"gap.unfree": {
		"consent that is asked for apart from other matters and given by a clear act; the way that the register names is left out of the text",
		"toestemming die apart wordt gevraagd en met een duidelijke handeling wordt gegeven; de manier die het register noemt, is uit de tekst weggelaten",
		"eine gesondert erbetene und eindeutig erteilte Einwilligung; die im Verzeichnis genannte Art ist im Text weggelassen",
		"un consentement demandé séparément et donné par un acte clair\u00a0; le mode indiqué au registre est omis du texte",
	},
	"gap.essence": {
		"the essence of the arrangement with the joint controller",
		"de wezenlijke inhoud van de regeling met de gezamenlijk verwerkingsverantwoordelijke",
		"das Wesentliche der Vereinbarung mit dem gemeinsam Verantwortlichen",
		"les grandes lignes de l’accord avec le responsable conjoint",
	},
	"gap.subjects": {"whose data they are", "van wie de gegevens zijn", "wessen Daten es sind", "de qui sont les données"},
	"gap.data":     {"which data are used", "welke gegevens worden gebruikt", "welche Daten verwendet werden", "quelles données sont utilisées"},
	"gap.source":   {"where these data come from", "waar deze gegevens vandaan komen", "woher diese Daten stammen", "d’où proviennent ces données"},
	"gap.mandatory": {
		"whether people must give these data, and what happens otherwise",
		"of mensen deze gegevens moeten geven, en wat er anders gebeurt",
		"ob diese Daten anzugeben sind und was sonst geschieht",
		"si ces données doivent être fournies, et ce qui se passe sinon",
	},
	"gap.retention": {"how long these data are kept", "hoe lang deze gegevens worden bewaard", "wie lange diese Daten aufbewahrt werden", "combien de temps ces données sont conservées"},
	"gap.trigger":   {"from when the period runs", "vanaf wanneer de termijn loopt", "ab wann die Frist läuft", "à partir de quand court la durée"},
	"gap.recipients": {
		"who receives the data, or that nobody does",
		"wie de gegevens ontvangt, of dat niemand ze ontvangt",
		"wer die Daten erhält, oder dass niemand sie erhält",
		"qui reçoit les données, ou que personne ne les reçoit",
	},
	"gap.role": {
		"in which role these parties receive data",
		"in welke rol deze partijen gegevens ontvangen",
		"in welcher Rolle diese Stellen Daten erhalten",
		"à quel titre ces organismes reçoivent des données",
	},
	"gap.countries": {"in which country these recipients are", "in welk land deze ontvangers zijn", "in welchem Land diese Empfänger sind", "dans quel pays se trouvent ces destinataires"},
	"gap.tool":      {"on what the transfer rests", "waarop de doorgifte berust", "worauf die Übermittlung beruht", "sur quoi repose le transfert"},
	"gap.adequacy": {
		"an adequacy decision that is in force",
		"een adequaatheidsbesluit dat van kracht is",
		"ein Angemessenheitsbeschluss, der in Kraft ist",
		"une décision d’adéquation en vigueur",
	},
	"gap.copy": {
		"how people get a copy of the safeguards",
		"hoe mensen een kopie van de waarborgen krijgen",
		"wie eine Kopie der Garantien zu erhalten ist",
		"comment obtenir une copie des garanties",
	},
	"gap.receiver-abroad": {"who receives the data there", "wie daar de gegevens ontvangt", "wer die Daten dort erhält", "qui y reçoit les données"},
	"gap.right":           {"how this right is used", "hoe dit recht wordt gebruikt", "wie dieses Recht ausgeübt wird", "comment ce droit s’exerce"},
	"gap.refused": {
		"a right that is not offered, though the law may give it",
		"een recht dat niet wordt geboden, hoewel de wet het kan geven",
		"ein Recht, das nicht angeboten wird, obwohl das Gesetz es geben kann",
		"un droit qui n’est pas proposé, alors que la loi peut le donner",
	},
	"gap.decisions": {
		"whether decisions are made by automated means",
		"of er geautomatiseerd besluiten worden genomen",
		"ob automatisiert entschieden wird",
		"si des décisions sont prises par des moyens automatisés",
	},
	"gap.logic": {"how the decision comes about", "hoe het besluit tot stand komt", "wie die Entscheidung zustande kommt", "comment la décision est prise"},
	"gap.effect": {
		"what the decision means for people",
		"wat het besluit voor mensen betekent",
		"was die Entscheidung für die Menschen bedeutet",
		"ce que la décision signifie pour les personnes",
	},
	"gap.open":   {"an answer to an open question", "een antwoord op een open vraag", "eine Antwort auf eine offene Frage", "une réponse à une question ouverte"},
	"gap.unsure": {"that somebody confirmed this", "dat iemand dit heeft bevestigd", "dass jemand dies bestätigt hat", "que quelqu’un a confirmé ceci"},
}
