import { fireEvent, screen } from '@testing-library/react-native';
import { renderScreen } from '@/testing/rendering';
import { type Profile } from './profile';
import { ProfileForm } from './profile-form';

async function form() {
  const chosen: Profile[] = [];
  await renderScreen(<ProfileForm profile={undefined} submitLabel="Xong" onSubmit={(profile) => chosen.push(profile)} />);
  const type = (label: string, text: string) => fireEvent.changeText(screen.getByLabelText(label), text);
  return { chosen, type, submit: () => fireEvent.press(screen.getByRole('button', { name: 'Xong' })) };
}

describe('ProfileForm', () => {
  it('takes a name and a birth date', async () => {
    const { chosen, type, submit } = await form();
    type('Họ và tên khai sinh', '  Ngô   Thị Đào ');
    type('Ngày', '17');
    type('Tháng', '5');
    type('Năm', '1990');
    submit();
    expect(chosen).toEqual([{ name: 'Ngô Thị Đào', birthDate: '1990-05-17' }]);
  });

  it('says what is wrong once the person is done, and not before', async () => {
    const { chosen, type, submit } = await form();
    type('Ngày', '31');
    type('Tháng', '4');
    type('Năm', '1990');
    expect(screen.queryByRole('alert')).toBeNull();
    submit();
    expect(screen.getByText('Tháng đó không có ngày này.')).toBeOnTheScreen();
    expect(screen.getByText('Bạn cho mình biết tên nhé.')).toBeOnTheScreen();
    expect(chosen).toEqual([]);
  });

  it('keeps digits only', async () => {
    const { type } = await form();
    type('Năm', '19a9b0');
    expect(screen.getByLabelText('Năm')).toHaveProp('value', '1990');
  });
});
