import {zlibSync,unzlibSync,inflateSync as raw} from 'fflate';const T=new Uint32Array(256).map((_,n)=>{let c=n;for(let k=0;k<8;k++)c=c&1?0xedb88320^(c>>>1):c>>>1;return c});
export function crc32(b,v=0){let c=~v;for(const x of b)c=T[(c^x)&255]^(c>>>8);return (~c)>>>0}
export const deflateSync=(b,o)=>zlibSync(b,{level:o?.level>=0?o.level:6});export const inflateSync=(b)=>unzlibSync(b);export default {crc32,deflateSync,inflateSync};
export const inflateRawSync = (b) => raw(b);
