export const requireFromSetup = () => { throw new Error("not in a browser"); };
export const commandText = (c) => "npm run " + c;
