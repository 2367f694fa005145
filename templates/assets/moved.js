// At an old address: goes to the same place of the new page.
const link = document.querySelector("a");
if (link && location.hash) location.replace(link.href + location.hash);
