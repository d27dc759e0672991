/** Id by which filters belong to the form wherever on the page they stand. */
export const SEARCH_FORM_ID = 'search'
