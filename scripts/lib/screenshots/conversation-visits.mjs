/** A conversation from its start to the stars, seen at each of its faces. */
export async function visitConversation(page, look) {
  await page.goto('/conversation');
  const button = page.getByTestId('talk-button');
  await button.waitFor();
  await look('12-conversation');
  await button.focus();
  await page.keyboard.down('Space');
  await look('13-conversation-listening');
  await page.keyboard.up('Space');
  await page.goto('/conversation?typed=1');
  await page.getByTestId('message-field').waitFor();
  await look('14-conversation-in-writing');
  await page.getByRole('button', { name: /^(Kết thúc|End)/ }).first().click();
  await page.getByRole('radiogroup').waitFor();
  await look('15-conversation-rating');
}
