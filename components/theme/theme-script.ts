/**
 * Puts the reader's theme and text size on <html> before the first paint. They are kept in the browser, because a
 * page is shared by everybody; enhance/ lets the reader choose. The policy of the pages names this text by its hash.
 * A strip of breaking news that was closed once waits out of sight until enhance/ knows whether this is another one.
 */
export const themeScript = `(function(d){try{var s=localStorage,t=s.getItem('theme'),z=s.getItem('text-size');if(t==='light'||t==='dark')d.theme=t;if(z==='s'||z==='l'||z==='xl')d.textSize=z;if(s.getItem('breaking-closed'))d.breakingClosed=''}catch(e){}})(document.documentElement.dataset)`
