import { userOf } from './development-identity';
import { claimsOf } from './id-token';
import { credentialsFrom } from './reading-credentials';

describe('credentialsFrom', () => {
  it('reads what was written, and nothing that is cut off or of another shape', () => {
    const kept = { user: 'a', accessToken: 't', expiresAt: 5, displayName: 'A', refreshToken: 'r' };
    expect(credentialsFrom(JSON.stringify(kept))).toEqual(kept);
    expect([null, '', '{"user":"a"', '{"user":"a"}', '[]'].map(credentialsFrom)).toEqual(Array(5).fill(undefined));
  });
});

describe('userOf', () => {
  it('makes an id of a name', () => {
    expect(['Minh Anh', ' Đặng Thị Ý ', '***'].map(userOf)).toEqual(['minh-anh', 'dang-thi-y', 'guest']);
  });
});

describe('claimsOf', () => {
  it('reads the subject and a name with marks', () => {
    const payload = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify({ sub: 's1', name: 'Đào' })))).replace(/\+/g, '-').replace(/\//g, '_');
    expect(claimsOf(`h.${payload}.s`)).toEqual({ subject: 's1', name: 'Đào' });
    expect(claimsOf(undefined)).toEqual({});
  });
});
