export const vi = {
  title: 'Mình làm quen nhé',
  ask: 'Họ tên và ngày sinh của bạn là đủ để mình tính các con số.',
  show: 'Xem các con số của mình',
  privacy: 'Tên và ngày sinh được giữ trên máy này, và chỉ gửi đi khi tính số hoặc bắt đầu trò chuyện.',
  about: {
    title: 'Các con số là gì?',
    ring: 'Chín điểm trên vòng tròn là các số từ 1 đến 9. Những số thuộc về bạn sẽ sáng lên và nối với nhau.',
    origin: 'Thần số học đổi ngày sinh và từng chữ cái trong tên thành số, rồi cộng lại cho đến khi còn một chữ số, trừ vài số đặc biệt như 11 và 22.',
    promise: 'Con số không định đoạt số phận. Đó là một cách để nghĩ về mình, và mình sẽ luôn cho bạn xem cách tính.',
  },
} as const;
