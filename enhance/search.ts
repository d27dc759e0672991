/* Script of the search page alone: its box suggests completions. */
import { SearchBox } from './elements/search-box.ts'

if (!customElements.get('search-box')) customElements.define('search-box', SearchBox)
