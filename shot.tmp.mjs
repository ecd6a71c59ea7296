import { chromium } from '@playwright/test';
const base='http://localhost:3055';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-quic','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run']});
const [,, user, ...jobs]=process.argv; // path@width[xheight][d][f]
const ctx=await b.newContext({viewport:{width:1440,height:900}});
let state;
if(user!=='-'){const p=await ctx.newPage();await p.goto(base+'/dang-nhap');await p.fill('input[name=name]',user);await p.fill('input[type=password]','demo-nhip-so');await p.click('main button[type=submit]');await p.waitForLoadState('networkidle').catch(()=>{});state=await ctx.storageState();}
let i=0;
for(const j of jobs){const m=/^(.*)@(\d+)(?:x(\d+))?([df]*)$/.exec(j);const w=+m[2],h=+(m[3]||(w<500?740:900));
const c=await b.newContext({viewport:{width:w,height:h},colorScheme:m[4].includes('d')?'dark':'light',storageState:state});
const p=await c.newPage();p.on('console',x=>{if(x.type()==='error')console.log('ERR',x.text())});const r=await p.goto(base+m[1]);await p.waitForTimeout(2500);
const f=`/tmp/s${i++}.png`;await p.screenshot({path:f,fullPage:m[4].includes('f')});console.log(r.status(),f,j,await p.title(),await p.evaluate(()=>document.documentElement.scrollWidth));await c.close();}
await b.close();
