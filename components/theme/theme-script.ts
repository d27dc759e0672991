/**
 * Sets the reader's theme and text size on <html> before the first paint. The browser stores them, because all readers
 * share a page; enhance/ offers the choice. The Content-Security-Policy names this text by its hash. It also hides the
 * breaking strip that the reader has closed, and no other.
 */
export const themeScript = `(function(d){try{var s=localStorage,t=s.getItem('theme'),z=s.getItem('text-size');if(t==='light'||t==='dark')d.theme=t;if(z==='s'||z==='l'||z==='xl')d.textSize=z;if(d.breaking&&s.getItem('breaking-closed')===d.breaking)d.breakingClosed=''}catch(e){}})(document.documentElement.dataset)`
