/**
 * Sets the reader's theme and text size on <html> before the first paint. The browser stores them, because all readers
 * share a page; enhance/ offers the choice. The Content-Security-Policy names this text by its hash. After a reader has
 * closed a breaking strip, the next one stays hidden until enhance/ knows whether it is new.
 */
export const themeScript = `(function(d){try{var s=localStorage,t=s.getItem('theme'),z=s.getItem('text-size');if(t==='light'||t==='dark')d.theme=t;if(z==='s'||z==='l'||z==='xl')d.textSize=z;if(s.getItem('breaking-closed'))d.breakingClosed=''}catch(e){}})(document.documentElement.dataset)`
