export const vi = {
  title: 'Đăng nhập',
  welcome: 'Chào bạn',
  intro: 'Trò chuyện bằng giọng nói với một người bạn hiểu thần số học.',
  name: 'Tên của bạn',
  nameHint: 'Trên máy này chỉ cần một cái tên, không cần mật khẩu.',
  nameMissing: 'Bạn cho mình biết tên nhé.',
  start: 'Bắt đầu',
  withAccount: 'Đăng nhập bằng tài khoản',
  trouble: {
    cancelled: { title: 'Chưa đăng nhập', text: 'Bạn đã đóng cửa sổ đăng nhập. Khi nào sẵn sàng thì thử lại nhé.' },
    refused: { title: 'Không đăng nhập được', text: 'Nơi cấp tài khoản không chấp nhận. Bạn thử lại, hoặc dùng tài khoản khác.' },
    unreachable: { title: 'Chưa kết nối được', text: 'Nơi đăng nhập không trả lời. Bạn kiểm tra mạng rồi thử lại nhé.' },
    expired: { title: 'Bạn cần đăng nhập lại', text: 'Phiên của bạn đã hết. Đăng nhập lại là mọi thứ vẫn ở đó.' },
  },
} as const;
