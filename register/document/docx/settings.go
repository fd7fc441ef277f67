package docx

// settings: hyphens keep narrow columns from tearing apart; the rest tells Word
// to set the file as its present versions do.
const settings = `<w:settings` + wordSpace + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation/>` +
	`<w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="284"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// fontTable names fonts to take where those of the styles are not installed.
const fontTable = `<w:fonts` + wordSpace + `>` +
	`<w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>` +
	`<w:font w:name="Courier New"><w:altName w:val="Liberation Mono"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>` +
	`</w:fonts>`
