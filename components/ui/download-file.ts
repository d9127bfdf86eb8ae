/** Hands a file made in the browser to the person. */
export function downloadFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download starts in a later task: revoked at once, Safari would find nothing.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
