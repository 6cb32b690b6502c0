/** Where a text stops being JSON: the parser's own messages do not always say. */

type Wanted = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing'

const space = /[ \t\n\r]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that JSON forbids in a text.
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function lengthAt(pattern: RegExp, json: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(json)?.[0].length ?? 0
}

/** Line and column, both from 1, of the first part that does not belong; the end when something is still to come. */
export function jsonFault(json: string): { readonly line: number; readonly column: number } {
  const lines = json.slice(0, faultIndex(json)).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

function faultIndex(json: string): number {
  const open: ('{' | '[')[] = []
  let wanted: Wanted = 'value'
  let at = lengthAt(space, json, 0)
  while (at < json.length) {
    const character = json[at] as string
    const textLength = lengthAt(text, json, at)
    let length = 1
    if ((wanted === 'key' || wanted === 'key-or-end') && textLength > 0) {
      length = textLength
      wanted = 'colon'
    } else if (wanted === 'colon' && character === ':') wanted = 'value'
    else if (wanted === 'comma-or-end' && character === ',') wanted = open.at(-1) === '{' ? 'key' : 'value'
    else if (closes(character, wanted, open.at(-1))) {
      open.pop()
      wanted = open.length > 0 ? 'comma-or-end' : 'nothing'
    } else if (wanted === 'value' || wanted === 'value-or-end') {
      if (character === '{' || character === '[') {
        open.push(character)
        wanted = character === '{' ? 'key-or-end' : 'value-or-end'
      } else {
        length = textLength || lengthAt(scalar, json, at)
        if (length === 0) return at
        wanted = open.length > 0 ? 'comma-or-end' : 'nothing'
      }
    } else return at
    at += length
    at += lengthAt(space, json, at)
  }
  return json.length
}

function closes(character: string, wanted: Wanted, open: '{' | '[' | undefined): boolean {
  if (open === '{') return character === '}' && (wanted === 'key-or-end' || wanted === 'comma-or-end')
  return open === '[' && character === ']' && (wanted === 'value-or-end' || wanted === 'comma-or-end')
}
