/** The hidden proof that a form came from a page of ours. */
export const FormToken = ({ value }: { readonly value: string }) => <input type="hidden" name="formToken" value={value} />
