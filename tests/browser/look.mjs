// node look.mjs SITE [BASE] [PORT] – serves a built site with the headers of production.
import { serve } from './lib/site.mjs';

const [folder, base = '/', port = '8000'] = process.argv.slice(2);
const site = await serve(folder, base, Number(port));
console.log(site.home);
