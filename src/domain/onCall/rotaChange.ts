/** The answer to a wish to plan or change the rota: what comes of it, or a sentence that refuses it to whoever asked. */
export type RotaChange<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly sentence: string }
