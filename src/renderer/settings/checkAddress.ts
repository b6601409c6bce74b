/** What is wrong with a typed backend address, for the person who typed it; null when it can be tried. */
export function checkAddress(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return 'Please type the address, such as https://desk.example.com'
  if (!URL.canParse(text)) return 'This is not an address. It begins with https:// or http://, such as https://desk.example.com'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `An address of a backend begins with https:// or http://, not ${url.protocol}//`
  if (url.username !== '' || url.password !== '') return 'Please leave name and password out of the address: you sign in afterwards.'
  return null
}
