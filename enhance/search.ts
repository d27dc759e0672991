/* The script of the search page alone: its box goes on with what is typed. */
import { SearchBox } from './elements/search-box.ts'

if (!customElements.get('search-box')) customElements.define('search-box', SearchBox)
