import fetch from 'node-fetch';
async function createSender() {
const resp = await fetch(
`https://provisioning.api.sinch.com/v1/projects/${PROJECT_ID}/kakaotalk/senders`,
{
method: 'POST',
headers: {
'Content-Type': 'application/json',
Authorization:
'Basic ' +
Buffer.from(ACCESS_KEY + ':' + ACCESS_SECRET).toString('base64'),
},
body: JSON.stringify({
plusFriendId: 'plusFriendId',
details: {
adminPhoneNo: '+48777777777',
name: 'Test Name',
topLevelCategoryCode: '019',
midLevelCategoryCode: '0006',
subLevelCategoryCode: '0001',
},
}),
}
);
const data = await resp.json();
return data;
}
